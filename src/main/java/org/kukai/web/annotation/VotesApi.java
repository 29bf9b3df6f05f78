package org.kukai.web.annotation;

import java.util.Locale;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.annotation.BlindPair;
import org.kukai.annotation.Choice;
import org.kukai.annotation.Turn;
import org.kukai.annotation.Turns;
import org.kukai.annotation.Voting;
import org.kukai.annotation.Voting.Receipt;
import org.kukai.web.security.CurrentVisitor;

/** Voting, for scripts; as blind as the page. */
@Path("/api/rounds/{id}")
@RolesAllowed({Role.ADMIN_NAME, Role.RATER_NAME})
class VotesApi {
    record Request(@Nullable String assignment, @Nullable String choice) {}

    /** What was stored; {@code receipt} is {@code new}, {@code same} or {@code replaced}. */
    record Stored(UUID assignment, String choice, String receipt) {}

    private final Turns turns;
    private final Voting voting;
    private final CurrentVisitor visitor;

    VotesApi(Turns turns, Voting voting, CurrentVisitor visitor) {
        this.turns = turns;
        this.voting = voting;
        this.visitor = visitor;
    }

    /** The caller's next pair, or 204 when there is none for them now. */
    @GET
    @Path("next")
    public RestResponse<BlindPair> next(@RestPath UUID id) {
        return turns.next(id, rater()) instanceof Turn.Offered offered
                ? RestResponse.ok(offered.pair())
                : RestResponse.noContent();
    }

    @POST
    @Path("votes")
    public RestResponse<Stored> vote(@RestPath UUID id, @Nullable Request body) {
        Request wanted = Input.body(body);
        Choice choice = Choice.ofSpelled(Input.text(wanted.choice));
        UUID assignment = Input.assignment(wanted.assignment);
        Receipt receipt = voting.cast(id, rater(), assignment, choice);
        return RestResponse.ResponseBuilder.<Stored>create(
                        receipt == Receipt.NEW ? RestResponse.Status.CREATED : RestResponse.Status.OK)
                .entity(new Stored(assignment, choice.spelled(), receipt.name().toLowerCase(Locale.ROOT)))
                .build();
    }

    /** Takes the caller's last vote back and answers with its pair. */
    @DELETE
    @Path("votes/last")
    public RestResponse<BlindPair> undo(@RestPath UUID id) {
        voting.withdrawLast(id, rater());
        return next(id);
    }

    private UUID rater() {
        return visitor.get().accountId();
    }
}
