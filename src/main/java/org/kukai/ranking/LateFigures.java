package org.kukai.ranking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Figures that all votes must be read for. With few votes they are counted at once, whenever votes have come. With many they
 * are counted behind those who look, one after the other so that they never take more than one core: whoever looks gets the
 * last answer and when it was true, or none while the first is being counted. Answers are kept in memory, on each node.
 */
@ApplicationScoped
public class LateFigures {
    /** Up to so many votes are mostly counted within half a second. */
    static final long FEW = 5_000;

    private static final Logger LOG = Logger.getLogger(LateFigures.class);
    private static final int KEPT = 500;
    private static final Duration OLD = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofSeconds(15);
    /** Counting again and again takes at most one part in so many of a core's time. */
    private static final int SHARE = 20;

    /** What the votes said at a moment. */
    public record Told<T>(T figures, Instant at) {}

    private record Key(String what, Scope scope) {}

    /** One answer and the counting of the next. */
    private static final class Kept {
        @Nullable
        Told<?> told;

        String state = "";
        Duration took = Duration.ZERO;

        @Nullable
        Instant begunAt;

        @Nullable
        Future<?> counting;

        @SuppressWarnings("unchecked")
        synchronized <T> Optional<Told<T>> told() {
            return Optional.ofNullable((Told<T>) told);
        }

        synchronized boolean isFresh(String now, Instant at) {
            return told != null && state.equals(now) && told.at().plus(OLD).isAfter(at);
        }

        synchronized void keep(Told<?> counted, String of, Duration time) {
            told = counted;
            state = of;
            took = time;
        }
    }

    private final Clock clock;
    private final ExecutorService counting = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("figures").daemon().factory());
    private final Map<Key, Kept> all = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
            return size() > KEPT;
        }
    };

    LateFigures(Clock clock) {
        this.clock = clock;
    }

    void stop(@Observes ShutdownEvent event) {
        counting.shutdownNow();
    }

    /** What is known by now, without waiting; empty while many votes are counted for the first time. */
    public <T> Optional<Told<T>> look(String what, Scope scope, Supplier<T> count) {
        Kept kept = kept(what, scope);
        Scope.State state = scope.state();
        if (!kept.isFresh(state.exact(), clock.instant())) {
            if (state.votes() <= FEW) {
                count(kept, state, count);
            } else {
                Future<?> _ = begin(kept, state, scope, count);
            }
        }
        return kept.told();
    }

    /** The same for those who rather wait. */
    public <T> Told<T> await(String what, Scope scope, Supplier<T> count) {
        Optional<Told<T>> known = look(what, scope, count);
        if (known.isPresent()) {
            return known.get();
        }
        Kept kept = kept(what, scope);
        Future<?> first = begin(kept, scope.state(), scope, count);
        try {
            first.get(Rankings.PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("cannot count " + what + " of " + scope, e);
        }
        return kept.<T>told().orElseThrow(() -> new IllegalStateException("cannot count " + what + " of " + scope));
    }

    private Kept kept(String what, Scope scope) {
        synchronized (all) {
            return all.computeIfAbsent(new Key(what, scope), none -> new Kept());
        }
    }

    /** Has the votes counted unless that is going on, or was done a moment ago. */
    private <T> Future<?> begin(Kept kept, Scope.State state, Scope scope, Supplier<T> count) {
        synchronized (kept) {
            Instant now = clock.instant();
            Duration least = kept.took.multipliedBy(SHARE);
            Instant next =
                    kept.begunAt == null ? Instant.MIN : kept.begunAt.plus(least.compareTo(SOON) > 0 ? least : SOON);
            if (kept.counting == null || (kept.counting.isDone() && !next.isAfter(now))) {
                kept.begunAt = now;
                kept.counting = counting.submit(() -> {
                    try {
                        QuarkusTransaction.requiringNew()
                                .timeout(Rankings.PATIENCE)
                                .run(() -> count(kept, state, count));
                    } catch (RuntimeException e) {
                        LOG.errorf(e, "Cannot count the votes of %s; trying again when somebody looks", scope);
                    }
                });
            }
            return kept.counting;
        }
    }

    private <T> void count(Kept kept, Scope.State state, Supplier<T> count) {
        Instant at = clock.instant();
        T figures =
                QuarkusTransaction.joiningExisting().timeout(Rankings.PATIENCE).call(count::get);
        kept.keep(new Told<>(figures, at), state.exact(), Duration.between(at, clock.instant()));
    }
}
