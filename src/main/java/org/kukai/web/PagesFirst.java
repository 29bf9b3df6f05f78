package org.kukai.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import org.kukai.llm.Courtesy;

/** Has the composer wait while a page is made for somebody; scripts, which call the API, can wait themselves. */
@ApplicationScoped
class PagesFirst {
    private static final int BEFORE_ALL_OTHERS = -10_000;

    private final Courtesy courtesy;

    PagesFirst(Courtesy courtesy) {
        this.courtesy = courtesy;
    }

    void listen(@Observes Router router) {
        router.route().order(BEFORE_ALL_OTHERS).handler(this::note);
    }

    private void note(RoutingContext request) {
        String path = request.request().path();
        if (path == null || !(path.startsWith("/api/") || path.startsWith("/q/"))) {
            courtesy.asked();
            request.addEndHandler(ended -> courtesy.served());
        }
        request.next();
    }
}
