package org.kukai.web.annotation;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.kukai.annotation.Answer;
import org.kukai.annotation.Arrival;
import org.kukai.annotation.OwnVotes;
import org.kukai.annotation.Sitting;
import org.kukai.annotation.Turn;
import org.kukai.web.annotation.BallotView.Notice;

/** Puts together what the voting page shows. After a vote nothing is asked of the database for it. */
@ApplicationScoped
class Ballots {
    private final OwnVotes votes;
    private final Arrival arrival;

    Ballots(OwnVotes votes, Arrival arrival) {
        this.votes = votes;
        this.arrival = arrival;
    }

    BallotView view(UUID round, UUID rater, Turn turn, Notice notice) {
        LastVote last = votes.last(round, rater, 1, 1).stream()
                .map(LastVote::of)
                .findFirst()
                .orElse(null);
        return view(round, rater, turn, last, notice);
    }

    BallotView after(UUID round, UUID rater, Answer answer, Sitting.Step step, String said) {
        Notice notice = new Notice(said, "", step.stored().tiring());
        return view(round, rater, step.turn(), LastVote.of(answer), notice);
    }

    private BallotView view(UUID round, UUID rater, Turn turn, @Nullable LastVote last, Notice notice) {
        return turn instanceof Turn.Offered
                ? new BallotView(round, rater, turn, last, null, List.of(), notice)
                : new BallotView(round, rater, turn, last, votes.sum(round, rater), arrival.others(round), notice);
    }
}
