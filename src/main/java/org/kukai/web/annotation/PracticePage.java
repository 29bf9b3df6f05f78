package org.kukai.web.annotation;

import java.net.URI;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.annotation.Briefing;
import org.kukai.annotation.Choice;
import org.kukai.annotation.PracticePair;
import org.kukai.annotation.Round;
import org.kukai.web.security.CurrentVisitor;

/** A pair to try the voting on, with an answer and its reason afterwards. Nothing of it is counted or kept. */
@Path("/rounds/{id}/practice")
@RolesAllowed({Role.ADMIN_NAME, Role.RATER_NAME})
class PracticePage {
    @CheckedTemplate(basePath = "annotation")
    static class Templates {
        static native TemplateInstance practice(UUID id, String question, PracticePair pair);

        static native TemplateInstance practised(
                UUID id, PracticePair pair, Choice chose, boolean agreed, boolean left);

        private Templates() {}
    }

    private final Briefing briefing;
    private final CurrentVisitor visitor;

    PracticePage(Briefing briefing, CurrentVisitor visitor) {
        this.briefing = briefing;
        this.visitor = visitor;
    }

    @GET
    @Transactional
    public TemplateInstance show(@RestPath UUID id, @RestQuery @Nullable String chose) {
        Round round = Round.get(id);
        PracticePair pair = PracticePair.of(round);
        if (chose == null) {
            return Templates.practice(id, round.question, pair);
        }
        Choice chosen = Choice.ofSpelled(chose);
        return Templates.practised(id, pair, chosen, chosen == pair.better, pair.better == Choice.LEFT);
    }

    @POST
    public Response choose(@RestPath UUID id, @RestForm @Nullable String choice) {
        Choice chosen = Choice.ofSpelled(Input.text(choice));
        briefing.practised(id, visitor.get().accountId());
        String next = chosen == Choice.SKIP ? "/vote" : "/practice?chose=" + chosen.spelled();
        return Response.seeOther(URI.create("/rounds/" + id + next)).build();
    }
}
