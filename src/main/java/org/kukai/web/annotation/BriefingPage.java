package org.kukai.web.annotation;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
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
                Round round, List<Guidelines> versions, BriefingForm form, boolean builtIn, String problem);

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
        return page(id, BriefingForm.EMPTY, "");
    }

    @POST
    @Path("guidelines")
    public Response rewrite(@RestPath UUID id, @BeanParam BriefingForm form) {
        return act(id, form, round -> {
            int before = round.guidelinesVersion;
            // Browsers send lines with carriage returns; the same text is no new version.
            Guidelines.rewrite(round, lines(form.text()), visitor.account(), clock.instant());
            return round.guidelinesVersion == before
                    ? "The guidelines are as they were."
                    : "The guidelines are changed. Raters read them before they go on; a vote under way still counts.";
        });
    }

    @POST
    @Path("tags")
    public Response offerTags(@RestPath UUID id, @BeanParam BriefingForm form) {
        return act(id, form, round -> {
            round.offerTags(Input.text(form.tags()).lines().toList());
            return "The reasons are changed.";
        });
    }

    @POST
    @Path("practice")
    public Response setPractice(@RestPath UUID id, @BeanParam BriefingForm form) {
        return act(id, form, round -> {
            PracticePair.set(
                    round,
                    Input.text(form.prompt()),
                    lines(form.left()),
                    lines(form.right()),
                    Choice.sideOfSpelled(Input.text(form.better())),
                    Input.text(form.reason()));
            return "New raters of this round practise on your pair.";
        });
    }

    @POST
    @Path("practice-removal")
    public Response dropPractice(@RestPath UUID id) {
        return act(id, BriefingForm.EMPTY, round -> {
            PracticePair.drop(round);
            return "New raters of this round practise on the built-in pair.";
        });
    }

    private Response act(UUID id, BriefingForm form, Function<Round, String> verb) {
        try {
            flash.say(QuarkusTransaction.requiringNew().call(() -> verb.apply(Round.get(id))));
        } catch (RefusedException refusal) {
            return Response.status(refusal.kind().status())
                    .entity(QuarkusTransaction.requiringNew().call(() -> page(id, form, refusal.getMessage())))
                    .build();
        }
        return Response.seeOther(URI.create("/rounds/" + id + "/briefing")).build();
    }

    private static TemplateInstance page(UUID id, BriefingForm form, String problem) {
        Round round = Round.get(id);
        PracticePair practice = PracticePair.of(round);
        return Templates.briefing(
                round, Guidelines.of(round), form.orOf(round, practice), practice.isBuiltIn(), problem);
    }

    private static String lines(@Nullable String text) {
        return Input.text(text).replace("\r\n", "\n");
    }
}
