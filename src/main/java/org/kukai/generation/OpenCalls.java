package org.kukai.generation;

import java.util.concurrent.atomic.AtomicInteger;

import org.kukai.llm.gate.Pass;

/**
 * The calls of a {@link Lane} that are open: asked, or answered and not stored. One that was answered gives its pass to the next before its
 * answer is stored, unless too many answers wait for that.
 */
final class OpenCalls {
    /** For so many calls in flight, one more may have been answered and not be stored. */
    private static final int IN_FLIGHT_FOR_ONE = 4;

    private final RunSession session;
    private final Supply supply;
    private final Vigil vigil;
    private final Runnable news;
    private final AtomicInteger open = new AtomicInteger();
    // Of those that are open, the ones that gave their pass back.
    private final AtomicInteger unstored = new AtomicInteger();

    /** @param news run when one has ended */
    OpenCalls(RunSession session, Supply supply, Vigil vigil, Runnable news) {
        this.session = session;
        this.supply = supply;
        this.vigil = vigil;
        this.news = news;
    }

    boolean isNone() {
        return open.get() == 0;
    }

    /** One more, for so many samples. */
    Caller.Desk begin(Pass pass, int samples) {
        open.incrementAndGet();
        return new Call(pass, samples);
    }

    /** A call that is open: until the outcome of each of its samples is stored. */
    private final class Call implements Caller.Desk {
        private final Pass pass;
        private final AtomicInteger left;
        private boolean ahead;
        private boolean stored;

        Call(Pass pass, int samples) {
            this.pass = pass;
            this.left = new AtomicInteger(samples);
        }

        @Override
        public synchronized void answered() {
            int others = unstored.get();
            // Of a run with a budget nothing is begun before it is known what was spent.
            if (!stored && !session.isBudgeted() && others < Math.max(1, (open.get() - others) / IN_FLIGHT_FOR_ONE)) {
                ahead = true;
                unstored.incrementAndGet();
                pass.close();
            }
        }

        @Override
        public void store(Outcome outcome, Runnable afterwards) {
            if (outcome.answer().raw() != null) {
                vigil.heard();
            }
            session.store(outcome, () -> {
                try {
                    afterwards.run();
                } finally {
                    supply.ended();
                    oneLess();
                }
            });
        }

        @Override
        public void giveBack(Claim claim) {
            supply.putBack(claim);
            oneLess();
        }

        private void oneLess() {
            if (left.decrementAndGet() == 0) {
                givePassBack();
                open.decrementAndGet();
                news.run();
            }
        }

        private synchronized void givePassBack() {
            stored = true;
            if (ahead) {
                unstored.decrementAndGet();
            } else {
                pass.close();
            }
        }
    }
}
