package org.kukai.web.annotation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.annotation.Choice;
import org.kukai.annotation.Flags;
import org.kukai.annotation.PoemFlag;
import org.kukai.web.security.CurrentVisitor;

/** The caller's own flags of poems, for scripts; as blind as the page. */
@Path("/api/rounds/{id}/flags")
@RolesAllowed({Role.ADMIN_NAME, Role.RATER_NAME})
class FlagsApi {
    /** Which poem of the pair: {@code left} or {@code right}. */
    record Request(
            @Nullable String assignment,
            @Nullable String side,
            @Nullable String kind,
            @Nullable String note) {}

    record Raised(UUID id) {}

    record Row(UUID id, String text, String kind, String note, Instant flaggedAt) {
        static Row of(Flags.Own flag) {
            return new Row(flag.id(), flag.text(), flag.kind().spelled(), flag.note(), flag.flaggedAt());
        }
    }

    private final Flags flags;
    private final CurrentVisitor visitor;

    FlagsApi(Flags flags, CurrentVisitor visitor) {
        this.flags = flags;
        this.visitor = visitor;
    }

    @POST
    @ResponseStatus(201)
    public Raised raise(@RestPath UUID id, @Nullable Request body) {
        Request wanted = Input.body(body);
        return new Raised(flags.raise(
                id,
                visitor.get().accountId(),
                Input.assignment(wanted.assignment),
                Choice.sideOfSpelled(Input.text(wanted.side)),
                PoemFlag.Kind.ofSpelled(Input.text(wanted.kind)),
                Input.text(wanted.note)));
    }

    @GET
    public List<Row> own(@RestPath UUID id) {
        return flags.own(id, visitor.get().accountId()).stream().map(Row::of).toList();
    }

    @DELETE
    @Path("{flag}")
    public void withdraw(@RestPath UUID id, @RestPath UUID flag) {
        flags.withdraw(flag, visitor.get().accountId());
    }
}
