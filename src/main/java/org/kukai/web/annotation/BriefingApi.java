package org.kukai.web.annotation;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Role;
import org.kukai.annotation.Briefing;
import org.kukai.annotation.Choice;
import org.kukai.annotation.Guidelines;
import org.kukai.annotation.PracticePair;
import org.kukai.annotation.Round;
import org.kukai.web.security.CurrentVisitor;

/** What raters read and try before they vote, for scripts. */
@Path("/api/rounds/{id}")
@RolesAllowed(Role.ADMIN_NAME)
class BriefingApi {
    record Text(@Nullable String text) {}

    record Tags(@Nullable List<String> tags) {}

    record Reading(@Nullable Integer version) {}

    /** The guidelines of now, in Markdown; {@code read} says whether the caller has read them. */
    record Current(int version, String text, List<String> tags, boolean read) {}

    record Practice(
            @Nullable String prompt,
            @Nullable String left,
            @Nullable String right,
            @Nullable String better,
            @Nullable String reason) {
        static Practice of(PracticePair pair) {
            return new Practice(pair.prompt, pair.left, pair.right, pair.better.spelled(), pair.reason);
        }
    }

    private final Briefing briefing;
    private final CurrentVisitor visitor;
    private final Clock clock;

    BriefingApi(Briefing briefing, CurrentVisitor visitor, Clock clock) {
        this.briefing = briefing;
        this.visitor = visitor;
        this.clock = clock;
    }

    @GET
    @Path("guidelines")
    @RolesAllowed({Role.ADMIN_NAME, Role.RATER_NAME})
    @Transactional
    public Current guidelines(@RestPath UUID id) {
        Round round = Round.get(id);
        boolean read = briefing.stage(id, visitor.get().accountId()) == Briefing.Stage.READ;
        return new Current(round.guidelinesVersion, round.guidelines, round.tags, read);
    }

    @GET
    @Path("guidelines/versions")
    @Transactional
    public List<Guidelines> versions(@RestPath UUID id) {
        return Guidelines.of(Round.get(id));
    }

    /** Other guidelines; raters are shown them before they go on. */
    @PUT
    @Path("guidelines")
    @Transactional
    public Current rewrite(@RestPath UUID id, @Nullable Text body) {
        Guidelines.rewrite(Round.get(id), Input.text(Input.body(body).text), visitor.account(), clock.instant());
        return guidelines(id);
    }

    /** Notes that the caller has read a version; the present one where none is named. */
    @POST
    @Path("guidelines/reading")
    @RolesAllowed({Role.ADMIN_NAME, Role.RATER_NAME})
    @Transactional
    public Current read(@RestPath UUID id, @Nullable Reading body) {
        Integer version = body == null ? null : body.version;
        briefing.read(id, visitor.get().accountId(), version == null ? Integer.MAX_VALUE : version);
        return guidelines(id);
    }

    @PUT
    @Path("tags")
    @Transactional
    public Current offerTags(@RestPath UUID id, @Nullable Tags body) {
        List<String> tags = Input.body(body).tags;
        if (tags == null) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "Give the reasons as a list in the field tags; an empty list takes them all away.");
        }
        Round.get(id).offerTags(tags);
        return guidelines(id);
    }

    @GET
    @Path("practice")
    @RolesAllowed({Role.ADMIN_NAME, Role.RATER_NAME})
    @Transactional
    public Practice practice(@RestPath UUID id) {
        return Practice.of(PracticePair.of(Round.get(id)));
    }

    @PUT
    @Path("practice")
    @Transactional
    public Practice setPractice(@RestPath UUID id, @Nullable Practice body) {
        Practice wanted = Input.body(body);
        Round round = Round.get(id);
        PracticePair.set(
                round,
                Input.text(wanted.prompt),
                Input.text(wanted.left),
                Input.text(wanted.right),
                Choice.sideOfSpelled(Input.text(wanted.better)),
                Input.text(wanted.reason));
        return Practice.of(PracticePair.of(round));
    }

    /** Back to the built-in pair. */
    @DELETE
    @Path("practice")
    @Transactional
    public void dropPractice(@RestPath UUID id) {
        PracticePair.drop(Round.get(id));
    }
}
