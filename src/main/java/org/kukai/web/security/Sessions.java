package org.kukai.web.security;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.vertx.http.runtime.security.PersistentLoginManager;
import io.quarkus.vertx.http.runtime.security.PersistentLoginManager.RestoreResult;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Visitor;

/**
 * Sessions live in the browser: an encrypted, HttpOnly, SameSite cookie that names the account and its session epoch.
 * Every node with the same {@code kukai.secret} understands it, and a restart ends none.
 */
@ApplicationScoped
public class Sessions {
    static final String COOKIE = "kukai-session";

    private final PersistentLoginManager cookies;

    Sessions(
            @ConfigProperty(name = "kukai.secret") String secret,
            @ConfigProperty(name = "kukai.session.timeout") Duration timeout) {
        this.cookies = new PersistentLoginManager(
                secret,
                COOKIE,
                timeout.toMillis(),
                Duration.ofHours(1).toMillis(),
                true,
                CookieSameSite.LAX.name(),
                "/",
                timeout.toSeconds(),
                null);
    }

    /** Signs the visitor in: the answer to this request sets the cookie. */
    public void open(Visitor visitor, RoutingContext request) {
        save(visitor.accountId() + "." + visitor.sessionEpoch(), request, null);
    }

    /** Signs out on this browser. */
    public void close(RoutingContext request) {
        request.response()
                .addCookie(Cookie.cookie(COOKIE, "")
                        .setMaxAge(0)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSecure(request.request().isSSL())
                        .setSameSite(CookieSameSite.LAX));
    }

    Optional<Claim> read(RoutingContext request) {
        RestoreResult restored = cookies.restore(request);
        if (restored == null) {
            return Optional.empty();
        }
        String[] parts = restored.getPrincipal().split("\\.", -1);
        try {
            return parts.length == 2
                    ? Optional.of(new Claim(UUID.fromString(parts[0]), Integer.parseInt(parts[1]), restored))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // written by us, but not by this version
        }
    }

    /** Makes the cookie last longer when it has not been renewed for an hour. */
    void renew(Claim claim, RoutingContext request) {
        save(claim.accountId() + "." + claim.sessionEpoch(), request, claim.restored());
    }

    private void save(String value, RoutingContext request, @Nullable RestoreResult restored) {
        cookies.save(value, request, COOKIE, restored, request.request().isSSL());
    }

    /** What a session cookie says; whether it still holds is for the gatekeeper. */
    record Claim(UUID accountId, int sessionEpoch, RestoreResult restored) {}
}
