package org.kukai.annotation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

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
    private final Executor workers;

    Sitting(UsualStep usual, Voting voting, Turns turns, ExecutorService workers) {
        this.usual = usual;
        this.voting = voting;
        this.turns = turns;
        this.workers = task -> workers.execute(() -> withOwnClasses(task));
    }

    /** A vote that is stored, and the turn after it. */
    public record Step(Voting.Stored stored, Turn turn) {}

    /**
     * Stores the answer and gives the next pair, or the one after that. The caller's thread does not wait.
     *
     * @param shown what the rater looks at by now, because it had been fetched ahead; null when they wait
     * @return the step once it is stored; fails with a {@link org.kukai.RefusedException} as {@link Voting#cast(UUID, UUID, Answer)} does, and then
     *     nothing is given either
     */
    public CompletableFuture<Step> answer(UUID roundId, UUID raterId, Answer answer, @Nullable UUID shown) {
        return usual.take(roundId, raterId, answer, shown)
                .thenCompose(taken -> taken.flatMap(Half::step)
                        .map(CompletableFuture::completedFuture)
                        .orElseGet(() -> CompletableFuture.supplyAsync(
                                () -> complete(taken, roundId, raterId, answer, shown), workers)));
    }

    /** The rest of a step that was not the usual one, or found no pair. */
    @ActivateRequestContext
    Step complete(Optional<Half> taken, UUID roundId, UUID raterId, Answer answer, @Nullable UUID shown) {
        Half done = taken.orElseGet(() -> theLongWay(roundId, raterId, answer, shown));
        return done.step().orElseGet(() -> {
            Turn turn = shown == null ? turns.next(roundId, raterId) : turns.ahead(roundId, raterId, shown);
            return new Step(done.stored(), turn);
        });
    }

    // Asked for by a thread that belongs to no request, a worker finds neither settings nor classes of the program by
    // itself.
    private static void withOwnClasses(Runnable task) {
        Thread.currentThread().setContextClassLoader(Sitting.class.getClassLoader());
        task.run();
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
    record Half(Voting.Stored stored, Optional<Turn> turn) {
        Optional<Step> step() {
            return turn.map(next -> new Step(stored, next));
        }
    }
}
