package org.kukai.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;

/**
 * The CSRF token that forms of the present page carry; templates know it as {@code formToken}, through the tag {@code
 * {#csrf /}}. Unlike the library's own bean it does not fail on the page that says that the token was wrong.
 */
@Named("formToken")
@RequestScoped
public class FormToken {
    private static final String ATTRIBUTE = "csrf_token";
    private static final String COOKIE = "kukai-csrf";

    private final RoutingContext request;

    FormToken(RoutingContext request) {
        this.request = request;
    }

    /** What the CSRF filter made for this request, else what the browser has already; empty when it has none. */
    public String getValue() {
        String made = request.get(ATTRIBUTE);
        if (made != null) {
            return made;
        }
        Cookie cookie = request.request().getCookie(COOKIE);
        return cookie == null ? "" : cookie.getValue();
    }
}
