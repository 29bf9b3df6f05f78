package org.kukai.web.annotation;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.kukai.annotation.Answer;
import org.kukai.annotation.OwnVotes;
import org.kukai.annotation.Sitting;
import org.kukai.annotation.Turn;
import org.kukai.web.annotation.BallotView.Notice;

/** Puts together what the voting page shows. After a vote nothing is asked of the database for it. */
@ApplicationScoped
class Ballots {
    private final OwnVotes votes;

    Ballots(OwnVotes votes) {
        this.votes = votes;
    }

    BallotView view(UUID round, UUID rater, Turn turn, Notice notice) {
        LastVote last = votes.last(round, rater, 1, 1).stream()
                .map(LastVote::of)
                .findFirst()
                .orElse(null);
        return new BallotView(round, rater, turn, last, sum(round, rater, turn), notice);
    }

    BallotView after(UUID round, UUID rater, Answer answer, Sitting.Step step, String said) {
        Notice notice = new Notice(said, "", step.stored().tiring());
        return new BallotView(round, rater, step.turn(), LastVote.of(answer), sum(round, rater, step.turn()), notice);
    }

    private OwnVotes.@Nullable Sum sum(UUID round, UUID rater, Turn turn) {
        return turn instanceof Turn.Offered ? null : votes.sum(round, rater);
    }
}
