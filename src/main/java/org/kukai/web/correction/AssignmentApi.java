package org.kukai.web.correction;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Role;
import org.kukai.correction.CountedPair;
import org.kukai.correction.WordReports;
import org.kukai.correction.WordReports.Hearing;
import org.kukai.correction.WordReports.Side;
import org.kukai.web.security.CurrentVisitor;

/** Looking at the words of a pair after the vote, and reporting one, for scripts; as blind as the page. */
@Path("/api/assignments/{assignment}")
@RolesAllowed({Role.ADMIN_NAME, Role.RATER_NAME})
class AssignmentApi {
    record Request(
            @Nullable String side,
            @Nullable String word,
            @Nullable Integer heard,
            @Nullable String note) {}

    record Reported(String side, String word, int heard) {}

    private final WordReports reports;
    private final CurrentVisitor visitor;

    AssignmentApi(WordReports reports, CurrentVisitor visitor) {
        this.reports = reports;
        this.visitor = visitor;
    }

    @POST
    @Path("disclosure")
    @Operation(
            summary = "How the words of a pair are counted that the caller has voted on; the vote stands from then on")
    public CountedPair disclose(@RestPath UUID assignment) {
        return reports.disclose(assignment, rater());
    }

    @POST
    @Path("reports")
    @Operation(summary = "Report a word that was counted wrong")
    public RestResponse<Reported> report(@RestPath UUID assignment, @Nullable Request body) {
        if (body == null || body.side == null || body.word == null || body.heard == null) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID, "Send {\"side\":\"left\",\"word\":\"...\",\"heard\":2}.");
        }
        String note = body.note == null ? "" : body.note;
        Hearing hearing = new Hearing(Side.ofSpelled(body.side), body.word, body.heard, note);
        boolean fresh = reports.report(assignment, rater(), hearing);
        return RestResponse.ResponseBuilder.<Reported>create(
                        fresh ? RestResponse.Status.CREATED : RestResponse.Status.OK)
                .entity(new Reported(body.side, body.word, body.heard))
                .build();
    }

    private UUID rater() {
        return visitor.get().accountId();
    }
}
