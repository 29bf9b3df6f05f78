package org.kukai.web.quality;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Role;
import org.kukai.annotation.AttentionPairs;
import org.kukai.annotation.CheckRules;
import org.kukai.annotation.Round;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Flash;

/** How often a round checks its raters, and the pairs that have a clear answer. */
@Path("/rounds/{id}")
@RolesAllowed(Role.ADMIN_NAME)
class ChecksPage {
    @CheckedTemplate(basePath = "quality")
    static class Templates {
        static native TemplateInstance checks(Round round, List<AttentionPairs.Listed> pairs, String problem);

        private Templates() {}
    }

    private final AttentionPairs attention;
    private final CurrentVisitor visitor;
    private final Flash flash;

    ChecksPage(AttentionPairs attention, CurrentVisitor visitor, Flash flash) {
        this.attention = attention;
        this.visitor = visitor;
        this.flash = flash;
    }

    @GET
    @Path("checks")
    @Transactional
    public TemplateInstance show(@RestPath UUID id) {
        return page(id, "");
    }

    @POST
    @Path("checks")
    public Response set(
            @RestPath UUID id,
            @RestForm @Nullable String attentionEvery,
            @RestForm @Nullable String repeatEvery,
            @RestForm @Nullable String repeatGap) {
        return act(id, () -> {
            attention.set(
                    id,
                    new CheckRules(
                            Fields.number("One in how many turns", attentionEvery),
                            Fields.number("One in how many turns", repeatEvery),
                            Fields.number("The number of turns between", repeatGap)));
            return "Saved; it holds from each rater's next turn on.";
        });
    }

    @POST
    @Path("attention-pairs")
    public Response add(
            @RestPath UUID id,
            @RestForm @Nullable String prompt,
            @RestForm @Nullable String better,
            @RestForm @Nullable String worse) {
        return act(id, () -> {
            attention.add(
                    id,
                    Fields.text(prompt),
                    Fields.text(better),
                    Fields.text(worse),
                    visitor.get().accountId());
            return "The attention pair is added.";
        });
    }

    @POST
    @Path("attention-pairs/made")
    public Response make(@RestPath UUID id, @RestForm @Nullable String number) {
        return act(id, () -> {
            int made = attention.make(
                    id,
                    Fields.number("The number of pairs", number),
                    visitor.get().accountId());
            return made + (made == 1 ? " attention pair is made." : " attention pairs are made.");
        });
    }

    @POST
    @Path("attention-pairs/{pair}/retirement")
    public Response retire(@RestPath UUID id, @RestPath UUID pair) {
        return act(id, () -> {
            attention.retire(id, pair, visitor.get().accountId());
            return "The pair is given to nobody new.";
        });
    }

    private Response act(UUID id, Supplier<String> verb) {
        try {
            flash.say(verb.get());
        } catch (RefusedException refusal) {
            if (refusal.kind() == RefusedException.Kind.UNKNOWN) {
                throw refusal;
            }
            return Response.status(refusal.kind().status())
                    .entity(QuarkusTransaction.requiringNew().call(() -> page(id, refusal.getMessage())))
                    .build();
        }
        return Response.seeOther(URI.create("/rounds/" + id + "/checks")).build();
    }

    private TemplateInstance page(UUID id, String problem) {
        return Templates.checks(Round.get(id), attention.of(id), problem);
    }
}
