package org.kukai.web.annotation;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Role;
import org.kukai.annotation.Answer;
import org.kukai.annotation.Arrival;
import org.kukai.annotation.Briefing;
import org.kukai.annotation.Sitting;
import org.kukai.annotation.Turn;
import org.kukai.annotation.Turns;
import org.kukai.annotation.Voting;
import org.kukai.web.annotation.BallotView.Notice;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Flash;
import org.kukai.web.security.OwnContext;

/**
 * Where raters vote. A browser without JavaScript sends a form and is sent back to the page; the page's script sends the same
 * form with a header of htmx, and gets the next ballot alone.
 */
@Path("/rounds/{id}")
@RolesAllowed({Role.ADMIN_NAME, Role.RATER_NAME})
class VotePage {
    private static final String BREAK = " You have been at it for a while: a short break does taste good.";

    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset(StandardCharsets.UTF_8.name());

    @CheckedTemplate(basePath = "annotation")
    static class Templates {
        static native TemplateInstance vote(BallotView ballot);

        static native TemplateInstance turn(BallotView ballot);

        private Templates() {}
    }

    private final Turns turns;
    private final Sitting sitting;
    private final Voting voting;
    private final Briefing briefing;
    private final Arrival arrival;
    private final Ballots ballots;
    private final SentAlong sentAlong;
    private final CurrentVisitor visitor;
    private final Flash flash;

    VotePage(
            Turns turns,
            Sitting sitting,
            Voting voting,
            Briefing briefing,
            Arrival arrival,
            Ballots ballots,
            SentAlong sentAlong,
            CurrentVisitor visitor,
            Flash flash) {
        this.turns = turns;
        this.sitting = sitting;
        this.voting = voting;
        this.briefing = briefing;
        this.arrival = arrival;
        this.ballots = ballots;
        this.sentAlong = sentAlong;
        this.visitor = visitor;
        this.flash = flash;
    }

    @GET
    @Path("vote")
    public Object show(@RestPath UUID id) {
        if (briefing.stage(id, rater()) != Briefing.Stage.READ) {
            Turn nothing = arrival.nothingFor(id, rater()).orElse(null);
            if (nothing != null) {
                return Templates.vote(ballots.view(id, rater(), nothing, Notice.NONE));
            }
            return Response.seeOther(URI.create("/rounds/" + id + "/guidelines"))
                    .build();
        }
        return Templates.vote(ballots.view(id, rater(), turns.next(id, rater()), Notice.NONE));
    }

    /** The ballot to show after the one that the rater looks at, for the page's script to keep. */
    @GET
    @Path("vote/ahead")
    public TemplateInstance ahead(@RestPath UUID id, @RestQuery @Nullable String shown) {
        return Templates.turn(
                ballots.view(id, rater(), turns.ahead(id, rater(), Input.assignment(shown)), Notice.NONE));
    }

    /** By the page's script no thread waits for the vote to be stored. */
    @POST
    @Path("votes")
    @NonBlocking
    public Uni<Object> vote(
            @RestPath UUID id, @BeanParam VoteForm form, @RestHeader("HX-Request") @Nullable String htmx) {
        return visitor.known().chain(known -> {
            UUID rater = rater();
            return htmx == null ? waiting(() -> voteAndGoBack(id, rater, form)) : voteAndGoOn(id, rater, form);
        });
    }

    private Uni<Object> voteAndGoOn(UUID id, UUID rater, VoteForm form) {
        Answer answer = form.answer();
        return Uni.createFrom()
                .completionStage(() -> sitting.answer(id, rater, answer, form.ahead()))
                .emitOn(OwnContext.present())
                .chain(step -> {
                    Supplier<TemplateInstance> next = () -> after(id, rater, answer, step);
                    // At the end the database is asked for what the rater has done; the page is then rendered by the
                    // library, in the request's context.
                    return step.turn() instanceof Turn.Offered
                            ? Uni.createFrom().<Object>item(() -> html(next.get()))
                            : waiting(next::get);
                })
                .onFailure(RefusedException.class)
                .recoverWithUni(refusal -> waiting(() -> refused(id, rater, "/vote", "true", refusal)));
    }

    private TemplateInstance after(UUID id, UUID rater, Answer answer, Sitting.Step step) {
        String said = said(answer, step.stored());
        BallotView ballot = ballots.after(id, rater, answer, step, said);
        if (ballot.isUnread()) {
            // The script goes on to the guidelines, and what it has said is gone.
            flash.say(said);
        }
        return Templates.turn(ballot);
    }

    private Object voteAndGoBack(UUID id, UUID rater, VoteForm form) {
        String page = form.isFromHistory() ? "/history" : "/vote";
        Answer answer = form.answer();
        String along = sentAlong.keep(id, rater, form);
        try {
            Voting.Stored stored = voting.cast(id, rater, answer);
            String kept =
                    stored.before() == null || answer.remarks().isEmpty() ? "" : " What you wrote is kept with it.";
            return back(id, page, said(answer, stored) + kept + along + (stored.tiring() ? BREAK : ""));
        } catch (RefusedException refusal) {
            return refused(id, rater, page, null, refusal);
        }
    }

    // As bytes: it costs a tenth of what the library takes to render and encode it by itself.
    private static Response html(TemplateInstance page) {
        return Response.ok(page.render().getBytes(StandardCharsets.UTF_8), HTML).build();
    }

    /** A rater with two tabs, or on two devices, may not know any more that they have voted on the pair. */
    private static String said(Answer answer, Voting.Stored stored) {
        String now = ChoiceWords.words(answer);
        return stored.before() == null
                ? "Saved: " + now + "."
                : "Changed to: " + now + ". Your earlier vote on that pair was: " + ChoiceWords.words(stored.before())
                        + ".";
    }

    private static Uni<Object> waiting(Supplier<Object> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    @POST
    @Path("withdrawal")
    public Object undo(@RestPath UUID id, @RestHeader("HX-Request") @Nullable String htmx) {
        String said = "Your last vote is undone.";
        try {
            voting.withdrawLast(id, rater());
            return htmx == null
                    ? back(id, "/vote", said)
                    : Templates.turn(ballots.view(id, rater(), turns.next(id, rater()), new Notice(said, "", false)));
        } catch (RefusedException refusal) {
            return refused(id, rater(), "/vote", htmx, refusal);
        }
    }

    /** What is too late is said on the page that goes on; what makes no sense is an error. */
    private Object refused(UUID id, UUID rater, String page, @Nullable String htmx, RefusedException refusal) {
        if (refusal.kind() != RefusedException.Kind.CONFLICT) {
            throw refusal;
        }
        return htmx == null
                ? back(id, page, refusal.getMessage())
                : Templates.turn(
                        ballots.view(id, rater, turns.next(id, rater), new Notice("", refusal.getMessage(), false)));
    }

    private Response back(UUID id, String page, String said) {
        flash.say(said);
        return Response.seeOther(URI.create("/rounds/" + id + page)).build();
    }

    private UUID rater() {
        return visitor.get().accountId();
    }
}
