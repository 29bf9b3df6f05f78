package org.kukai.web.annotation;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.annotation.Choice;
import org.kukai.annotation.Guidelines;
import org.kukai.annotation.PracticePair;
import org.kukai.annotation.Round;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Flash;

/** What an admin tells the raters of a round: the guidelines in their versions, the practice pair, reasons to choose from. */
@Path("/rounds/{id}/briefing")
@RolesAllowed(Role.ADMIN_NAME)
class BriefingPage {
    @CheckedTemplate(basePath = "annotation")
    static class Templates {
        static native TemplateInstance briefing(
                Round round, List<Guidelines> versions, PracticePair practice, String tags);

        private Templates() {}
    }

    private final CurrentVisitor visitor;
    private final Clock clock;
    private final Flash flash;

    BriefingPage(CurrentVisitor visitor, Clock clock, Flash flash) {
        this.visitor = visitor;
        this.clock = clock;
        this.flash = flash;
    }

    @GET
    @Transactional
    public TemplateInstance show(@RestPath UUID id) {
        Round round = Round.get(id);
        return Templates.briefing(round, Guidelines.of(round), PracticePair.of(round), String.join("\n", round.tags));
    }

    @POST
    @Path("guidelines")
    @Transactional
    public Response rewrite(@RestPath UUID id, @RestForm @Nullable String text) {
        Round round = Round.get(id);
        int before = round.guidelinesVersion;
        // Browsers send lines with carriage returns; the same text is no new version.
        Guidelines.rewrite(round, Input.text(text).replace("\r\n", "\n"), visitor.account(), clock.instant());
        return back(
                id,
                round.guidelinesVersion == before
                        ? "The guidelines are as they were."
                        : "The guidelines are changed. Raters read them before they go on; a vote under way still counts.");
    }

    @POST
    @Path("tags")
    @Transactional
    public Response offerTags(@RestPath UUID id, @RestForm @Nullable String tags) {
        Round.get(id).offerTags(Input.text(tags).lines().toList());
        return back(id, "The reasons are changed.");
    }

    @POST
    @Path("practice")
    @Transactional
    public Response setPractice(
            @RestPath UUID id,
            @RestForm @Nullable String prompt,
            @RestForm @Nullable String left,
            @RestForm @Nullable String right,
            @RestForm @Nullable String better,
            @RestForm @Nullable String reason) {
        PracticePair.set(
                Round.get(id),
                Input.text(prompt),
                Input.text(left).replace("\r\n", "\n"),
                Input.text(right).replace("\r\n", "\n"),
                Choice.sideOfSpelled(Input.text(better)),
                Input.text(reason));
        return back(id, "New raters of this round practise on your pair.");
    }

    @POST
    @Path("practice-removal")
    @Transactional
    public Response dropPractice(@RestPath UUID id) {
        PracticePair.drop(Round.get(id));
        return back(id, "New raters of this round practise on the built-in pair.");
    }

    private Response back(UUID id, String said) {
        flash.say(said);
        return Response.seeOther(URI.create("/rounds/" + id + "/briefing")).build();
    }
}
