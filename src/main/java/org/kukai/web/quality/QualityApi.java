package org.kukai.web.quality;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Role;
import org.kukai.annotation.AttentionPairs;
import org.kukai.annotation.CheckRules;
import org.kukai.annotation.Round;
import org.kukai.annotation.review.RaterDecisions;
import org.kukai.ranking.Rankings;
import org.kukai.web.security.CurrentVisitor;

/** The quality of a round, for scripts. */
@Path("/api/rounds/{id}")
@RolesAllowed(Role.ADMIN_NAME)
class QualityApi {
    /** What is decided about a rater; everywhere, or in this round when it is not said. */
    record Decision(
            @Nullable BigDecimal weight,
            @Nullable String reason,
            @Nullable Boolean everywhere) {}

    /** A pair with a clear answer; or {@code make} alone, how many Kukai is to make. */
    record Attention(
            @Nullable String prompt,
            @Nullable String better,
            @Nullable String worse,
            @Nullable Integer make) {
        boolean isWritten() {
            return prompt != null || better != null || worse != null;
        }
    }

    /** What was made new; {@code id} of the one thing, {@code made} of several. */
    record Made(@Nullable UUID id, int made) {}

    private final RaterDecisions decisions;
    private final Rankings rankings;
    private final AttentionPairs attention;
    private final VoteFiles files;
    private final CurrentVisitor visitor;

    QualityApi(
            RaterDecisions decisions,
            Rankings rankings,
            AttentionPairs attention,
            VoteFiles files,
            CurrentVisitor visitor) {
        this.decisions = decisions;
        this.rankings = rankings;
        this.attention = attention;
        this.files = files;
        this.visitor = visitor;
    }

    @GET
    @Path("quality")
    @Transactional
    @TransactionConfiguration(timeout = Rankings.PATIENCE)
    public List<QualityView> quality(@RestPath UUID id) {
        return rankings.quality(id).stream().map(QualityView::of).toList();
    }

    /** Everything that was decided about raters of the round, the newest first. */
    @GET
    @Path("rater-decisions")
    public List<RaterDecisions.Decided> decided(@RestPath UUID id) {
        return decisions.in(id);
    }

    @POST
    @Path("raters/{rater}/decisions")
    public RestResponse<Made> decide(@RestPath UUID id, @RestPath UUID rater, @Nullable Decision body) {
        Decision wanted = Fields.body(body);
        UUID decision = decisions.decide(
                rater,
                Boolean.TRUE.equals(wanted.everywhere()) ? null : id,
                wanted.weight() == null ? Fields.weight(null) : wanted.weight(),
                Fields.text(wanted.reason()),
                visitor.get().accountId());
        return RestResponse.status(RestResponse.Status.CREATED, new Made(decision, 1));
    }

    @DELETE
    @Path("rater-decisions/{decision}")
    public void undo(@RestPath UUID id, @RestPath UUID decision) {
        decisions.undo(decision, visitor.get().accountId());
    }

    @GET
    @Path("checks")
    @Transactional
    public CheckRules checks(@RestPath UUID id) {
        Round round = Round.get(id);
        return new CheckRules(round.attentionEvery, round.repeatEvery, round.repeatGap);
    }

    @PUT
    @Path("checks")
    public CheckRules set(@RestPath UUID id, @Nullable CheckRules body) {
        attention.set(id, Fields.body(body));
        return Fields.body(body);
    }

    @GET
    @Path("attention-pairs")
    public List<AttentionPairs.Listed> attentionPairs(@RestPath UUID id) {
        return attention.of(id);
    }

    @POST
    @Path("attention-pairs")
    public RestResponse<Made> add(@RestPath UUID id, @Nullable Attention body) {
        Attention wanted = Fields.body(body);
        UUID by = visitor.get().accountId();
        Integer number = wanted.make();
        if (number != null && wanted.isWritten()) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "Either a pair is written (prompt, better, worse) or Kukai makes some (make). Give one of the two.");
        }
        Made made = number != null
                ? new Made(null, attention.make(id, number, by))
                : new Made(
                        attention.add(
                                id,
                                Fields.text(wanted.prompt()),
                                Fields.text(wanted.better()),
                                Fields.text(wanted.worse()),
                                by),
                        1);
        return RestResponse.status(RestResponse.Status.CREATED, made);
    }

    @DELETE
    @Path("attention-pairs/{pair}")
    public void retire(@RestPath UUID id, @RestPath UUID pair) {
        attention.retire(id, pair, visitor.get().accountId());
    }

    /** All votes as a file; {@code names=true} names the raters. */
    @GET
    @Path("votes/export")
    public Response export(@RestPath UUID id, @RestQuery @Nullable String format, @RestQuery @Nullable String names) {
        return files.of(id, format, "true".equals(names));
    }
}
