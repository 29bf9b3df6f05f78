package org.kukai.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import io.vertx.ext.web.RoutingContext;

/** Which page is being shown; templates know it as {@code here}. */
@Named("here")
@RequestScoped
public class Here {
    private final RoutingContext request;

    Here(RoutingContext request) {
        this.request = request;
    }

    /** Whether the page is the one at the path or one below it. */
    public boolean below(String path) {
        String present = request.normalizedPath();
        return present.equals(path) || present.startsWith(path + "/");
    }
}
