package org.kukai.generation;

import java.util.concurrent.atomic.AtomicInteger;

import org.kukai.llm.gate.Pass;

/**
 * The calls of a {@link Lane} that are open: asked, or answered and not stored. Each keeps its pass until everything that came of it is
 * stored, so that a node that dies never has more to be asked again than it may have in flight.
 */
final class OpenCalls {
    private final RunSession session;
    private final Supply supply;
    private final Vigil vigil;
    private final Runnable news;
    private final AtomicInteger open = new AtomicInteger();

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

        Call(Pass pass, int samples) {
            this.pass = pass;
            this.left = new AtomicInteger(samples);
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
                pass.close();
                open.decrementAndGet();
                news.run();
            }
        }
    }
}
