package org.kukai.web.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Invitation;
import org.kukai.account.Role;
import org.kukai.web.Paging;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Origin;

/** Invitations, for scripts. */
@Path("/api/invitations")
@RolesAllowed(Role.ADMIN_NAME)
class InvitationApi {
    /** What is wanted; without {@code uses} one person, without {@code days} the usual time. */
    record Request(
            @Nullable String role,
            @Nullable Integer uses,
            @Nullable Integer days,
            @Nullable String round) {}

    /** The link, which is never shown again. */
    record Made(UUID id, String url, Instant expiresAt) {}

    record Row(
            UUID id,
            String role,
            int uses,
            int used,
            @Nullable UUID round,
            String state,
            String createdBy,
            Instant createdAt,
            Instant expiresAt) {
        static Row of(Invitation i, Instant now) {
            String state = i.state(now).spelled();
            return new Row(
                    i.id,
                    i.role.spelled(),
                    i.uses,
                    i.used,
                    i.roundId,
                    state,
                    i.createdBy.name,
                    i.createdAt,
                    i.expiresAt);
        }
    }

    private final CurrentVisitor visitor;
    private final Clock clock;

    InvitationApi(CurrentVisitor visitor, Clock clock) {
        this.visitor = visitor;
        this.clock = clock;
    }

    @POST
    @Transactional
    public Made make(@Nullable Request body, RoutingContext request) {
        Request wanted = Input.body(body);
        Invitation.Issued issued = Invitation.issue(
                visitor.account(),
                Role.of(wanted.role),
                wanted.uses == null ? 1 : wanted.uses,
                wanted.days == null ? Invitation.USUAL_TIME : Duration.ofDays(wanted.days),
                Input.identifier("round", wanted.round),
                clock.instant());
        return new Made(
                issued.invitation().id, Origin.publicAddress(issued.path(), request), issued.invitation().expiresAt);
    }

    @GET
    @Transactional
    public Paging.Listing<Row> list(@RestQuery @Nullable Integer page, @RestQuery @Nullable Integer size) {
        Paging paging = Paging.of(page, size);
        Instant now = clock.instant();
        return paging.listing(
                Invitation.newestFirst(paging.page(), paging.size()).stream()
                        .map(invitation -> Row.of(invitation, now))
                        .toList(),
                Invitation.count());
    }

    @DELETE
    @Path("{id}")
    @Transactional
    public void revoke(@RestPath UUID id) {
        Invitation.get(id).revoke(clock.instant());
    }
}
