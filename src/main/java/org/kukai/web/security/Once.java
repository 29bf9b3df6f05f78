package org.kukai.web.security;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;

import io.quarkus.vertx.http.runtime.security.PersistentLoginManager;
import io.quarkus.vertx.http.runtime.security.PersistentLoginManager.RestoreResult;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A secret that has just been made and is nowhere kept, carried across the redirect to the one page that shows it, so that
 * loading that page again makes no second one. It travels encrypted in an HttpOnly cookie, for one account and one path, on
 * any node, and is gone once shown.
 */
@RequestScoped
public class Once {
    private static final String COOKIE = "kukai-once";
    private static final Duration TIME = Duration.ofMinutes(2);
    private static final char BREAK = '\n';

    private final PersistentLoginManager cookies;
    private final CurrentVisitor visitor;
    private final RoutingContext request;

    Once(@ConfigProperty(name = "kukai.secret") String secret, CurrentVisitor visitor, RoutingContext request) {
        // A key of its own: a session's cookie is never taken for a secret to show, nor the other way round.
        this.cookies = new PersistentLoginManager(
                secret + " once",
                COOKIE,
                TIME.toMillis(),
                TIME.toMillis(),
                true,
                CookieSameSite.LAX.name(),
                "/",
                TIME.toSeconds(),
                null);
        this.visitor = visitor;
        this.request = request;
    }

    /** Leads to the page at the path, which may {@link #take} the secret there. */
    public Response show(String secret, String path) {
        keep(secret, visitor.get().accountId(), path);
        return Response.seeOther(URI.create(path)).build();
    }

    /** The same for an account that has just been made, and for a redirect of the caller's own to the page at the path. */
    public void keep(String secret, UUID account, String path) {
        cookies.save(
                reader(account, path) + secret,
                request,
                COOKIE,
                null,
                request.request().isSSL());
    }

    /** The secret for this visitor and this path, or the empty text; the next request gives the empty text. */
    public String take() {
        RestoreResult restored = cookies.restore(request);
        String reader = reader(visitor.get().accountId(), request.normalizedPath());
        if (restored == null || !restored.getPrincipal().startsWith(reader)) {
            return "";
        }
        request.response()
                .addCookie(Cookie.cookie(COOKIE, "")
                        .setMaxAge(0)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSecure(request.request().isSSL())
                        .setSameSite(CookieSameSite.LAX));
        return restored.getPrincipal().substring(reader.length());
    }

    private static String reader(UUID account, String path) {
        return account.toString() + BREAK + path + BREAK;
    }
}
