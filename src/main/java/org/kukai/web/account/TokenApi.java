package org.kukai.web.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import org.kukai.account.ApiToken;
import org.kukai.account.Role;
import org.kukai.web.security.CurrentVisitor;

/** The caller's own tokens, for scripts. */
@Path("/api/tokens")
@RolesAllowed({Role.ADMIN_NAME, Role.RATER_NAME})
class TokenApi {
    record Request(@Nullable String name, @Nullable String role) {}

    /** The token itself, which is never shown again. */
    record Made(UUID id, String token) {}

    record Row(
            UUID id,
            String name,
            String role,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {
        static Row of(ApiToken token) {
            return new Row(token.id, token.name, token.role.spelled(), token.createdAt, token.lastUsedAt);
        }
    }

    private final CurrentVisitor visitor;
    private final Clock clock;

    TokenApi(CurrentVisitor visitor, Clock clock) {
        this.visitor = visitor;
        this.clock = clock;
    }

    @POST
    @Transactional
    public Made make(@Nullable Request body) {
        Request wanted = Input.body(body);
        Role role = wanted.role == null ? visitor.get().role() : Role.of(wanted.role);
        ApiToken.Issued issued = ApiToken.issue(visitor.get(), role, Input.text(wanted.name), clock.instant());
        return new Made(issued.token().id, issued.text());
    }

    @GET
    @Transactional
    public List<Row> list() {
        return ApiToken.of(visitor.get().accountId()).stream().map(Row::of).toList();
    }

    @DELETE
    @Path("{id}")
    @Transactional
    public void revoke(@RestPath UUID id) {
        ApiToken.getOwn(id, visitor.get().accountId()).revoke(clock.instant());
    }
}
