package org.kukai.web.annotation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Role;
import org.kukai.annotation.Answer;
import org.kukai.annotation.BlindPair;
import org.kukai.annotation.Briefing;
import org.kukai.annotation.Choice;
import org.kukai.annotation.LookAgain;
import org.kukai.annotation.OwnVotes;
import org.kukai.annotation.Remarks;
import org.kukai.annotation.Strength;
import org.kukai.annotation.Turn;
import org.kukai.annotation.Turns;
import org.kukai.annotation.Voting;
import org.kukai.annotation.Voting.Receipt;
import org.kukai.web.Paging;
import org.kukai.web.security.CurrentVisitor;

/** Voting, for scripts; as blind as the page. */
@Path("/api/rounds/{id}")
@RolesAllowed({Role.ADMIN_NAME, Role.RATER_NAME})
class VotesApi {
    /** The header that says why there is no pair. */
    static final String WHY = "Kukai-Round";

    /** A vote; {@code strength}, {@code reasons}, {@code comment} and {@code millis} may be left out. */
    record Request(
            @Nullable String assignment,
            @Nullable String choice,
            @Nullable String strength,
            @Nullable List<String> reasons,
            @Nullable String comment,
            @Nullable Integer millis) {
        Answer answer() {
            Choice chosen = Choice.ofSpelled(Input.text(choice));
            Strength sure = strength == null ? null : Strength.ofSpelled(strength);
            if (millis != null && millis < 0) {
                throw new RefusedException(
                        RefusedException.Kind.INVALID,
                        "millis says for how long the pair was looked at, in milliseconds from 0 on; not " + millis
                                + ".");
            }
            return new Answer(Input.assignment(assignment), chosen, new Remarks(sure, reasons, comment), millis);
        }
    }

    /** A pair, and the guidelines where the caller has not read them as they are now: who votes has them. */
    record Next(
            @JsonUnwrapped BlindPair pair,
            @JsonInclude(JsonInclude.Include.NON_NULL) Briefing.@Nullable Handed guidelines) {}

    /** What was stored; {@code receipt} is {@code new}, {@code same} or {@code replaced}. */
    record Stored(UUID assignment, String choice, String receipt) {}

    record OwnVote(
            UUID assignment,
            String prompt,
            String left,
            String right,
            String choice,
            @Nullable String strength,
            List<String> reasons,
            String comment,
            Instant castAt,
            boolean changeable) {
        static OwnVote of(OwnVotes.Own vote) {
            return new OwnVote(
                    vote.assignment(),
                    vote.prompt(),
                    vote.left(),
                    vote.right(),
                    vote.choice().spelled(),
                    vote.strength() == null ? null : vote.strength().spelled(),
                    vote.reasons(),
                    vote.comment(),
                    vote.castAt(),
                    vote.changeable());
        }
    }

    private final Turns turns;
    private final Voting voting;
    private final OwnVotes own;
    private final Briefing briefing;
    private final LookAgain lookAgain;
    private final CurrentVisitor visitor;

    VotesApi(Turns turns, Voting voting, OwnVotes own, Briefing briefing, LookAgain lookAgain, CurrentVisitor visitor) {
        this.turns = turns;
        this.voting = voting;
        this.own = own;
        this.briefing = briefing;
        this.lookAgain = lookAgain;
        this.visitor = visitor;
    }

    /**
     * The caller's next pair, or the one after the pair that they look at; 204 when there is none for them now. Guidelines that are
     * new to the caller come with it.
     */
    @GET
    @Path("next")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Next.class)))
    @APIResponse(
            responseCode = "204",
            description = "There is no pair for the caller now.",
            headers = {
                @Header(
                        name = WHY,
                        description =
                                "Why: closed, paused, finished (the caller has done all that there is), or waiting.",
                        schema = @Schema(enumeration = {"closed", "paused", "finished", "waiting"})),
                @Header(
                        name = HttpHeaders.RETRY_AFTER,
                        description = "After how many seconds to ask again; there when it is waiting.",
                        schema = @Schema(type = SchemaType.INTEGER))
            })
    public RestResponse<Next> next(@RestPath UUID id, @RestQuery @Nullable String shown) {
        Turn turn = shown == null ? turns.next(id, rater()) : turns.ahead(id, rater(), Input.assignment(shown));
        return turn instanceof Turn.Offered offered
                ? RestResponse.ok(
                        new Next(offered.pair(), briefing.hand(id, rater()).orElse(null)))
                : none(lookAgain.after(turn, id, rater()));
    }

    private static RestResponse<Next> none(LookAgain.Again again) {
        var answer = RestResponse.ResponseBuilder.<Next>noContent()
                .header(WHY, again.why().spelled());
        again.in().ifPresent(in -> answer.header(HttpHeaders.RETRY_AFTER, in.toSeconds()));
        return answer.build();
    }

    @POST
    @Path("votes")
    public RestResponse<Stored> vote(@RestPath UUID id, @Nullable Request body) {
        Answer answer = Input.body(body).answer();
        Receipt receipt = voting.cast(id, rater(), answer).receipt();
        return RestResponse.ResponseBuilder.<Stored>create(
                        receipt == Receipt.NEW ? RestResponse.Status.CREATED : RestResponse.Status.OK)
                .entity(new Stored(
                        answer.assignment(),
                        answer.choice().spelled(),
                        receipt.name().toLowerCase(Locale.ROOT)))
                .build();
    }

    /** The caller's own votes, newest first, as they were shown. */
    @GET
    @Path("votes/own")
    @Transactional
    public Paging.Listing<OwnVote> own(
            @RestPath UUID id, @RestQuery @Nullable Integer page, @RestQuery @Nullable Integer size) {
        Paging paging = Paging.of(page, size);
        OwnVotes.Sum sum = own.sum(id, rater());
        return paging.listing(
                own.last(id, rater(), paging.page(), paging.size()).stream()
                        .map(OwnVote::of)
                        .toList(),
                sum.votes() + sum.skips());
    }

    /** Takes the caller's last vote back and answers with its pair. */
    @DELETE
    @Path("votes/last")
    public RestResponse<Next> undo(@RestPath UUID id) {
        voting.withdrawLast(id, rater());
        return next(id, null);
    }

    private UUID rater() {
        return visitor.get().accountId();
    }
}
