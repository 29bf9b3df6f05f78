package org.kukai.web.correction;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Role;
import org.kukai.correction.CountedPair;
import org.kukai.correction.WordReports;
import org.kukai.correction.WordReports.Hearing;
import org.kukai.correction.WordReports.Side;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Flash;

/** The words of a pair that its rater has voted on, and the forms that report one. */
@Path("/assignments/{assignment}")
@RolesAllowed({Role.ADMIN_NAME, Role.RATER_NAME})
class AssignmentPage {
    @CheckedTemplate(basePath = "correction")
    static class Templates {
        static native TemplateInstance assignment(CountedPair pair);

        private Templates() {}
    }

    private final WordReports reports;
    private final CurrentVisitor visitor;
    private final Flash flash;

    AssignmentPage(WordReports reports, CurrentVisitor visitor, Flash flash) {
        this.reports = reports;
        this.visitor = visitor;
        this.flash = flash;
    }

    @GET
    @Path("words")
    public TemplateInstance show(@RestPath UUID assignment) {
        return Templates.assignment(reports.look(assignment, rater()));
    }

    @POST
    @Path("disclosure")
    public Response disclose(@RestPath UUID assignment) {
        reports.disclose(assignment, rater());
        return back(assignment, "Your vote on this pair stands now.");
    }

    @POST
    @Path("reports")
    public Response report(
            @RestPath UUID assignment,
            @RestForm @Nullable String side,
            @RestForm @Nullable String word,
            @RestForm @Nullable String heard,
            @RestForm @Nullable String note) {
        String written = text(word);
        Hearing hearing = new Hearing(Side.ofSpelled(text(side)), written, count(text(heard)), text(note));
        try {
            boolean fresh = reports.report(assignment, rater(), hearing);
            return back(
                    assignment,
                    fresh
                            ? "Thank you: “" + written + "” is reported."
                            : "You have reported “" + written + "” in this poem already.");
        } catch (RefusedException refusal) {
            if (refusal.kind() == RefusedException.Kind.UNKNOWN) {
                throw refusal;
            }
            return back(assignment, refusal.getMessage());
        }
    }

    private Response back(UUID assignment, String sentence) {
        flash.say(sentence);
        return Response.seeOther(URI.create("/assignments/" + assignment + "/words"))
                .build();
    }

    private static int count(String heard) {
        try {
            return Integer.parseInt(heard.strip());
        } catch (NumberFormatException e) {
            return 0; // which is no count, and is refused as such
        }
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    private UUID rater() {
        return visitor.get().accountId();
    }
}
