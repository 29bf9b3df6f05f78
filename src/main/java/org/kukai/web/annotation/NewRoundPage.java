package org.kukai.web.annotation;

import java.net.URI;
import java.time.Clock;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;

import org.kukai.RefusedException;
import org.kukai.account.Role;
import org.kukai.annotation.Pairing;
import org.kukai.annotation.Round;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Flash;

/** Opens a round. */
@Path("/rounds/new")
@RolesAllowed(Role.ADMIN_NAME)
class NewRoundPage {
    @CheckedTemplate(basePath = "annotation")
    static class Templates {
        static native TemplateInstance newRound(
                RoundForm form, List<Pairing> pairings, List<String> writers, RawString preview, String problem);

        private Templates() {}
    }

    private final CurrentVisitor visitor;
    private final Clock clock;
    private final Flash flash;

    NewRoundPage(CurrentVisitor visitor, Clock clock, Flash flash) {
        this.visitor = visitor;
        this.clock = clock;
        this.flash = flash;
    }

    @GET
    @Transactional
    public TemplateInstance form() {
        return show(RoundForm.empty(), "");
    }

    /** The same form again, with the guidelines as raters will see them. */
    @POST
    @Path("preview")
    @Transactional
    public TemplateInstance preview(@BeanParam RoundForm form) {
        return show(form, "");
    }

    @POST
    public Response open(@BeanParam RoundForm form) {
        try {
            Round round = QuarkusTransaction.requiringNew()
                    .call(() -> Round.open(form.draft(), visitor.account(), clock.instant()));
            flash.say(opened(round));
            return Response.seeOther(URI.create("/rounds/" + round.id)).build();
        } catch (RefusedException refusal) {
            return Response.status(refusal.kind().status())
                    .entity(QuarkusTransaction.requiringNew().call(() -> show(form, refusal.getMessage())))
                    .build();
        }
    }

    private static String opened(Round round) {
        String pairs = round.pairs == 1 ? "1 pair" : round.pairs + " pairs";
        return round.pairs == round.pairsWanted
                ? "The round is open with " + pairs + "."
                : "The round is open with " + pairs + ", not " + round.pairsWanted
                        + ": there are no more of this kind.";
    }

    private static TemplateInstance show(RoundForm form, String problem) {
        RawString preview = Markdown.html(Input.text(form.guidelines()));
        return Templates.newRound(form, List.of(Pairing.values()), Pairing.writers(), preview, problem);
    }
}
