package org.kukai.annotation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;

/**
 * A vote and what comes after it, in one transaction: the way of the voting page, where nobody is to wait. What it costs does
 * not grow with the round; docs/rounds.md counts its statements.
 */
@ApplicationScoped
public class Sitting {
    private final UsualStep usual;
    private final Voting voting;
    private final Turns turns;

    Sitting(UsualStep usual, Voting voting, Turns turns) {
        this.usual = usual;
        this.voting = voting;
        this.turns = turns;
    }

    /** A vote that is stored, and the turn after it. */
    public record Step(Voting.Stored stored, Turn turn) {}

    /**
     * Stores the answer and gives the next pair, or the one after that.
     *
     * @param shown what the rater looks at by now, because it had been fetched ahead; null when they wait
     * @throws org.kukai.RefusedException as {@link Voting#cast(UUID, UUID, Answer)} does; then nothing is given either
     */
    @ActivateRequestContext
    public Step answer(UUID roundId, UUID raterId, Answer answer, @Nullable UUID shown) {
        Half done = usual.take(roundId, raterId, answer, shown)
                .orElseGet(() -> theLongWay(roundId, raterId, answer, shown));
        return new Step(
                done.stored(),
                done.turn()
                        .orElseGet(() ->
                                shown == null ? turns.next(roundId, raterId) : turns.ahead(roundId, raterId, shown)));
    }

    private Half theLongWay(UUID roundId, UUID raterId, Answer answer, @Nullable UUID shown) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Round round = Round.get(roundId);
            Participation rater =
                    Participation.lock(roundId, raterId).orElseThrow(() -> Voting.unknown(answer.assignment()));
            List<Assignment> unfinished = Assignment.lockUnfinished(rater);
            Voting.Stored stored = voting.cast(round, rater, unfinished, answer);
            return new Half(stored, turns.takeAfterVote(round, rater, unfinished, shown));
        });
    }

    /** A vote that is stored, and the turn after it if it could be had in the same transaction. */
    record Half(Voting.Stored stored, Optional<Turn> turn) {}
}
