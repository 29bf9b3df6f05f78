package org.kukai.web.security;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

import org.kukai.account.AccountDisabledException;
import org.kukai.account.Gatekeeper;
import org.kukai.account.Visitor;

/**
 * Tells who is calling. Pages know people by their session cookie; {@code /api} takes HTTP Basic and bearer tokens only,
 * never a cookie, so that no foreign page can use it through a browser that is signed in. Downloads take either.
 */
@ApplicationScoped
class Authentication implements HttpAuthenticationMechanism {
    /** The attribute of the security identity that holds the {@link Visitor}. */
    static final String VISITOR = "visitor";

    /** The header that tells a page's script, and the sign-in page, why a session does not let in: {@link #DISABLED} or {@link #OTHER}. */
    static final String ACCOUNT = "Kukai-Account";

    /** The session has ended because its account is disabled. */
    static final String DISABLED = "disabled";

    /** Somebody else is signed in by now than the page was made for; also the name under which the request remembers it. */
    private static final String OTHER = "other";

    /** The header by which a page's script tells for whose account its page was made; what it sends is done for nobody else. */
    private static final String MADE_FOR = "Kukai-Visitor";

    private static final String BASIC = "basic ";
    private static final String BEARER = "bearer ";

    private final Gatekeeper gatekeeper;
    private final Sessions sessions;

    Authentication(Gatekeeper gatekeeper, Sessions sessions) {
        this.gatekeeper = gatekeeper;
        this.sessions = sessions;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        String header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            return blocking(() -> identify(byHeader(header, request)));
        }
        if (isApi(request)) {
            return Uni.createFrom().nullItem();
        }
        Optional<Sessions.Claim> claim = sessions.read(request);
        if (claim.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        String madeFor = request.request().getHeader(MADE_FOR);
        if (madeFor != null && !madeFor.equals(claim.get().accountId().toString())) {
            request.put(OTHER, true);
            return Uni.createFrom().nullItem();
        }
        return Uni.createFrom()
                .completionStage(() ->
                        gatekeeper.readmit(claim.get().accountId(), claim.get().sessionEpoch()))
                .emitOn(OwnContext.present())
                .map(found -> {
                    Visitor visitor = found.visitor();
                    if (visitor != null) {
                        sessions.renew(claim.get(), request);
                        return identify(visitor);
                    }
                    if (found.disabled()) {
                        // The cookie stays, so that whoever comes back with it is told why they are not let in.
                        request.response().putHeader(ACCOUNT, DISABLED);
                    } else {
                        sessions.close(request);
                    }
                    return null;
                });
    }

    private Visitor byHeader(String header, RoutingContext request) {
        String scheme = header.toLowerCase(Locale.ROOT);
        if (scheme.startsWith(BASIC)) {
            String pair = decode(header.substring(BASIC.length()));
            int colon = pair.indexOf(':');
            if (colon < 0) {
                throw new AuthenticationFailedException("malformed credentials");
            }
            try {
                return gatekeeper
                        .admit(pair.substring(0, colon), pair.substring(colon + 1), Origin.of(request))
                        .orElseThrow(() -> new AuthenticationFailedException("wrong name or password"));
            } catch (AccountDisabledException disabled) {
                throw new AuthenticationFailedException(disabled);
            }
        }
        if (scheme.startsWith(BEARER)) {
            return gatekeeper
                    .admitToken(header.substring(BEARER.length()).strip())
                    .orElseThrow(() -> new AuthenticationFailedException("unknown or revoked token"));
        }
        throw new AuthenticationFailedException("unknown scheme");
    }

    private static String decode(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new AuthenticationFailedException("malformed credentials", e);
        }
    }

    private static SecurityIdentity identify(Visitor visitor) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(visitor.name()))
                .addRole(visitor.role().spelled())
                .addAttribute(VISITOR, visitor)
                .build();
    }

    private static <T> Uni<T> blocking(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** People are sent to the sign-in page and come back; scripts get a 401, and so does a page of somebody else, which says it itself. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(challenge(request));
    }

    static ChallengeData challenge(RoutingContext request) {
        if (!wantsPage(request)) {
            return new ChallengeData(401, "WWW-Authenticate", "Basic realm=\"Kukai\", charset=\"UTF-8\"");
        }
        if (request.get(OTHER) != null) {
            return new ChallengeData(401, ACCOUNT, OTHER);
        }
        if (request.request().getHeader("HX-Request") != null) {
            return new ChallengeData(
                    401,
                    "HX-Redirect",
                    signIn(LocalAddress.pathOf(request.request().getHeader("HX-Current-URL"))));
        }
        if (request.request().method().name().equals("GET")) {
            return new ChallengeData(
                    302, HttpHeaders.LOCATION, signIn(request.request().uri()));
        }
        return new ChallengeData(302, HttpHeaders.LOCATION, signIn(FormPage.of(request)) + "&unsaved=true");
    }

    private static String signIn(String next) {
        return "/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /** Whether the caller is a person with a browser, not a script. */
    static boolean wantsPage(RoutingContext request) {
        String accept = request.request().getHeader(HttpHeaders.ACCEPT);
        return !isApi(request)
                && request.request().getHeader(HttpHeaders.AUTHORIZATION) == null
                && accept != null
                && (accept.contains("text/html") || request.request().getHeader("HX-Request") != null);
    }

    static boolean isApi(RoutingContext request) {
        return request.normalizedPath().startsWith("/api/");
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }
}
