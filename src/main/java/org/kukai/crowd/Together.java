package org.kukai.crowd;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Does at once what is asked for at the same time: while one lot is worked on, what comes is gathered for the next. Whoever comes alone is served
 * at once; the more come, the less each costs.
 *
 * @param <Q> what is asked
 * @param <A> what comes of it
 */
public final class Together<Q, A> {
    private static final long IDLE_SECONDS = 30;

    private record Asked<Q, A>(Q question, CompletableFuture<A> answer) {}

    private final Queue<Asked<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean working = new AtomicBoolean();
    private final Function<List<Q>, List<A>> work;
    private final Executor worker;
    private final int most;

    /**
     * A gathering with a thread of its own.
     *
     * @param name of the thread
     * @param work gives an answer for each question, in their order
     * @param most how many are done at once
     */
    public Together(String name, Function<List<Q>, List<A>> work, int most) {
        this(work, ownThread(name), most);
    }

    Together(Function<List<Q>, List<A>> work, Executor worker, int most) {
        this.work = work;
        this.worker = worker;
        this.most = most;
    }

    // A thread of a pool would take the first caller's request with it (who is signed in, for one), and the others
    // would be answered in its name.
    private static Executor ownThread(String name) {
        return new ThreadPoolExecutor(
                0,
                1,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform()
                        .name(name)
                        .daemon()
                        .inheritInheritableThreadLocals(false)
                        .factory());
    }

    /**
     * What comes of it, once it is done; fails as the work has failed. What is made to depend on it runs on a thread that knows nothing of the
     * caller's request, and holds the others up: it has to go elsewhere for whatever takes time.
     */
    public CompletableFuture<A> ask(Q question) {
        CompletableFuture<A> answer = new CompletableFuture<>();
        waiting.add(new Asked<>(question, answer));
        begin();
        return answer;
    }

    private void begin() {
        if (!waiting.isEmpty() && working.compareAndSet(false, true)) {
            try {
                worker.execute(this::workOff);
            } catch (RuntimeException e) {
                working.set(false);
                nextLot().forEach(asked -> asked.answer().completeExceptionally(e));
            }
        }
    }

    private void workOff() {
        try {
            for (List<Asked<Q, A>> lot = nextLot(); !lot.isEmpty(); lot = nextLot()) {
                workOn(lot);
            }
        } finally {
            working.set(false);
        }
        // Somebody may have come between the last look and the end.
        begin();
    }

    private void workOn(List<Asked<Q, A>> lot) {
        try {
            List<A> answers = work.apply(lot.stream().map(Asked::question).toList());
            for (int i = 0; i < lot.size(); i++) {
                lot.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException | Error e) {
            lot.forEach(asked -> asked.answer().completeExceptionally(e));
        }
    }

    private List<Asked<Q, A>> nextLot() {
        List<Asked<Q, A>> lot = new ArrayList<>();
        for (Asked<Q, A> asked = waiting.poll(); asked != null; asked = waiting.poll()) {
            lot.add(asked);
            if (lot.size() == most) {
                break;
            }
        }
        return lot;
    }
}
