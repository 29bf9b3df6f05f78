package org.kukai.web.annotation;

import java.net.URI;
import java.util.List;
import java.util.UUID;

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
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Role;
import org.kukai.annotation.Pairing;
import org.kukai.annotation.Round;
import org.kukai.annotation.RoundForecast;
import org.kukai.annotation.Rounds;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Flash;

/** Opens a round. */
@Path("/rounds/new")
@RolesAllowed(Role.ADMIN_NAME)
class NewRoundPage {
    @CheckedTemplate(basePath = "annotation")
    static class Templates {
        static native TemplateInstance newRound(
                RoundForm form,
                List<Pairing> pairings,
                List<String> writers,
                RawString preview,
                @Nullable ForecastView forecast,
                String problem,
                String refusal);

        static native TemplateInstance forecast(@Nullable ForecastView forecast, String problem);

        private Templates() {}
    }

    private final Rounds rounds;
    private final CurrentVisitor visitor;
    private final Flash flash;

    NewRoundPage(Rounds rounds, CurrentVisitor visitor, Flash flash) {
        this.rounds = rounds;
        this.visitor = visitor;
        this.flash = flash;
    }

    /** The usual form, or that of a round that another is to be like. */
    @GET
    @Transactional
    public TemplateInstance form(@RestQuery @Nullable UUID like) {
        return show(like == null ? RoundForm.empty() : RoundForm.of(Round.get(like)), null, "", "");
    }

    /** The same form again, with the guidelines as raters will see them. */
    @POST
    @Path("guidelines")
    @Transactional
    public TemplateInstance guidelines(@BeanParam RoundForm form) {
        return show(form, null, "", "");
    }

    /** Says what the form would come to: as a fragment for htmx, else with the whole form as it was filled in. */
    @POST
    @Path("preview")
    public TemplateInstance preview(@BeanParam RoundForm form, @RestHeader("HX-Request") @Nullable String htmx) {
        ForecastView forecast = null;
        String problem = "";
        try {
            forecast = QuarkusTransaction.requiringNew().call(() -> new ForecastView(RoundForecast.of(form.draft())));
        } catch (RefusedException refusal) {
            problem = refusal.getMessage();
        }
        if (htmx != null) {
            return Templates.forecast(forecast, problem);
        }
        ForecastView told = forecast;
        String wrong = problem;
        return QuarkusTransaction.requiringNew().call(() -> show(form, told, wrong, ""));
    }

    @POST
    public Response open(@BeanParam RoundForm form) {
        try {
            UUID like = form.likeRound();
            Round round = like == null
                    ? rounds.open(form.draft(), visitor.account())
                    : rounds.openLike(like, form.draft(), visitor.account());
            flash.say(opened(round));
            return Response.seeOther(URI.create("/rounds/" + round.id)).build();
        } catch (RefusedException refusal) {
            return Response.status(refusal.kind().status())
                    .entity(QuarkusTransaction.requiringNew().call(() -> show(form, null, "", refusal.getMessage())))
                    .build();
        }
    }

    private static String opened(Round round) {
        if (round.growing) {
            return round.pairs == 0
                    ? "The round is open. Its pairs are being chosen; raters can begin when the first are there."
                    : "The round is open. It gets more pairs as raters vote.";
        }
        String pairs = round.pairs == 1 ? "1 pair" : round.pairs + " pairs";
        return round.pairs == round.pairsWanted
                ? "The round is open with " + pairs + "."
                : "The round is open with " + pairs + ", not " + round.pairsWanted
                        + ": there are no more of this kind.";
    }

    private static TemplateInstance show(
            RoundForm form, @Nullable ForecastView forecast, String problem, String refusal) {
        RawString preview = Markdown.html(Input.text(form.guidelines()));
        return Templates.newRound(
                form, List.of(Pairing.values()), Pairing.writers(), preview, forecast, problem, refusal);
    }
}
