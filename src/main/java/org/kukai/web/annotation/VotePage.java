package org.kukai.web.annotation;

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
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Role;
import org.kukai.annotation.Choice;
import org.kukai.annotation.Disclosures;
import org.kukai.annotation.Turn;
import org.kukai.annotation.Turns;
import org.kukai.annotation.Voting;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Flash;

/**
 * Where raters vote. A browser without JavaScript sends a form and is sent back to the page; htmx sends the same form and
 * gets the next ballot alone, to put in the place of the last.
 */
@Path("/rounds/{id}")
@RolesAllowed({Role.ADMIN_NAME, Role.RATER_NAME})
class VotePage {
    @CheckedTemplate(basePath = "annotation")
    static class Templates {
        static native TemplateInstance vote(BallotView ballot);

        static native TemplateInstance ballot(BallotView ballot);

        private Templates() {}
    }

    private final Turns turns;
    private final Voting voting;
    private final Disclosures disclosures;
    private final Newcomers newcomers;
    private final CurrentVisitor visitor;
    private final Flash flash;

    VotePage(
            Turns turns,
            Voting voting,
            Disclosures disclosures,
            Newcomers newcomers,
            CurrentVisitor visitor,
            Flash flash) {
        this.turns = turns;
        this.voting = voting;
        this.disclosures = disclosures;
        this.newcomers = newcomers;
        this.visitor = visitor;
        this.flash = flash;
    }

    @GET
    @Path("vote")
    public Object show(@RestPath UUID id) {
        if (newcomers.isOne(id, rater())) {
            return Response.seeOther(URI.create("/rounds/" + id + "/guidelines"))
                    .build();
        }
        return Templates.vote(next(id, "", ""));
    }

    @POST
    @Path("votes")
    public Object vote(
            @RestPath UUID id,
            @RestForm @Nullable String assignment,
            @RestForm @Nullable String choice,
            @RestHeader("HX-Request") @Nullable String htmx) {
        Choice chosen = Choice.ofSpelled(choice == null ? "" : choice);
        UUID turn = Input.assignment(assignment);
        return act(id, htmx != null, "Saved: " + chosen.spelled() + ".", () -> voting.cast(id, rater(), turn, chosen));
    }

    @POST
    @Path("withdrawal")
    public Object undo(@RestPath UUID id, @RestHeader("HX-Request") @Nullable String htmx) {
        return act(id, htmx != null, "Your last vote is undone.", () -> voting.withdrawLast(id, rater()));
    }

    private Object act(UUID id, boolean htmx, String done, Runnable verb) {
        String said = done;
        String problem = "";
        try {
            verb.run();
        } catch (RefusedException refusal) {
            if (refusal.kind() != RefusedException.Kind.CONFLICT) {
                throw refusal;
            }
            said = "";
            problem = refusal.getMessage();
        }
        if (htmx) {
            return Templates.ballot(next(id, said, problem));
        }
        flash.say(said + problem);
        return Response.seeOther(URI.create("/rounds/" + id + "/vote")).build();
    }

    private BallotView next(UUID id, String said, String problem) {
        Turn turn = turns.next(id, rater());
        return new BallotView(id, turn, disclosures.lastVoted(id, rater()).orElse(null), said, problem);
    }

    private UUID rater() {
        return visitor.get().accountId();
    }
}
