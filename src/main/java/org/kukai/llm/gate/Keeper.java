package org.kukai.llm.gate;

import java.sql.SQLException;
import java.util.function.LongSupplier;

import org.jboss.logging.Logger;

/** Keeps a turnstile in step with the cluster, about once a second and whenever something new cannot wait. */
final class Keeper implements Runnable {
    private static final Logger LOG = Logger.getLogger(Keeper.class);

    private final String id;
    private final Turnstile turnstile;
    private final Terms terms;
    private final GateStore store;
    private final LongSupplier nanos;
    private boolean troubled;

    Keeper(String id, Turnstile turnstile, Terms terms, GateStore store, LongSupplier nanos) {
        this.id = id;
        this.turnstile = turnstile;
        this.terms = terms;
        this.store = store;
        this.nanos = nanos;
    }

    @Override
    public void run() {
        try {
            while (!turnstile.isOver()) {
                Report report = turnstile.report();
                long asked = nanos.getAsLong();
                try {
                    turnstile.follow(report, store.renew(id, terms, report), asked);
                    troubled = false;
                } catch (SQLException | RuntimeException e) {
                    turnstile.unheard(report);
                    complain(e);
                }
            }
            leave();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            leave();
        }
    }

    private void complain(Exception e) {
        if (!troubled) {
            LOG.warnf("The limits of %s cannot be agreed on with the other nodes; trying again: %s", id, e);
        }
        troubled = true;
    }

    private void leave() {
        try {
            store.leave(id, turnstile.holder());
        } catch (SQLException | RuntimeException e) {
            LOG.debugf("The share of %s ends by itself: %s", id, e);
        }
    }
}
