package org.kukai.web.security;

import java.util.Objects;
import java.util.concurrent.Executor;

import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Leads back to the request that is handled now. What many requests wait for together is done on one thread; whatever follows must run in the context
 * of its own request again, or it would be done in another's name.
 */
public final class OwnContext {
    private OwnContext() {}

    /** Runs tasks on the event loop of the present request, in its context; they must not block. */
    public static Executor present() {
        Context context = Objects.requireNonNull(Vertx.currentContext(), "no request is handled here");
        return task -> context.runOnContext(_ -> task.run());
    }
}
