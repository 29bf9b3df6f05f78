package org.kukai.web.annotation;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Role;
import org.kukai.annotation.Choice;
import org.kukai.annotation.Flags;
import org.kukai.annotation.PoemFlag;
import org.kukai.annotation.Voting;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Flash;

/** What raters say beside their votes: how clear a vote was and why, and that something is wrong with a poem. */
@Path("/rounds/{id}")
@RolesAllowed({Role.ADMIN_NAME, Role.RATER_NAME})
class RemarksPage {
    private final Voting voting;
    private final Flags flags;
    private final CurrentVisitor visitor;
    private final Flash flash;

    RemarksPage(Voting voting, Flags flags, CurrentVisitor visitor, Flash flash) {
        this.voting = voting;
        this.flags = flags;
        this.visitor = visitor;
        this.flash = flash;
    }

    @POST
    @Path("remarks")
    public Response remark(
            @RestPath UUID id, @BeanParam VoteForm form, @RestHeader("HX-Request") @Nullable String htmx) {
        String page = form.isFromHistory() ? "/history" : "/vote";
        return answer(id, page, htmx, () -> {
            voting.remark(id, rater(), form.about(), form.remarks());
            return "Noted with your vote.";
        });
    }

    /** Flags a poem; without a script to do it, the button that skips the pair too does both here. */
    @POST
    @Path("flags")
    public Response flag(
            @RestPath UUID id,
            @RestForm @Nullable String turn,
            @RestForm @Nullable String side,
            @RestForm @Nullable String kind,
            @RestForm @Nullable String note,
            @RestForm @Nullable String then,
            @RestHeader("HX-Request") @Nullable String htmx) {
        return answer(id, "/vote", htmx, () -> {
            UUID assignment = Input.assignment(turn);
            flags.raise(
                    id,
                    rater(),
                    assignment,
                    Choice.sideOfSpelled(Input.text(side)),
                    PoemFlag.Kind.ofSpelled(Input.text(kind)),
                    Input.text(note));
            if (htmx == null && "skip".equals(then)) {
                voting.cast(id, rater(), assignment, Choice.SKIP);
            }
            return "Thank you: the poem is flagged. Your own pages show it, and take it back.";
        });
    }

    @POST
    @Path("flags/{flag}/withdrawal")
    public Response withdraw(@RestPath UUID id, @RestPath UUID flag) {
        return answer(id, "/history", null, () -> {
            flags.withdraw(flag, rater());
            return "The flag is taken back.";
        });
    }

    private interface Verb {
        String run();
    }

    private Response answer(UUID id, String page, @Nullable String htmx, Verb verb) {
        String said;
        int status = Response.Status.OK.getStatusCode();
        try {
            said = verb.run();
        } catch (RefusedException refusal) {
            if (htmx == null && refusal.kind() != RefusedException.Kind.CONFLICT) {
                throw refusal;
            }
            said = refusal.getMessage();
            status = refusal.kind().status();
        }
        if (htmx != null) {
            return Response.status(status)
                    .type(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
                    .entity(said)
                    .build();
        }
        flash.say(said);
        return Response.seeOther(URI.create("/rounds/" + id + page)).build();
    }

    private UUID rater() {
        return visitor.get().accountId();
    }
}
