package org.kukai.web.haiku;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Role;
import org.kukai.generation.Attempt;
import org.kukai.generation.Candidate;
import org.kukai.haiku.Scorer;

/** One candidate: the poem with the evidence for every word, the answer it was found in, and who wrote it. */
@Path("/haiku/{id}")
@RolesAllowed(Role.ADMIN_NAME)
class HaikuPage {
    @CheckedTemplate(basePath = "haiku")
    static class Templates {
        static native TemplateInstance haiku(
                Candidate candidate, Evidence evidence, String scorer, @Nullable UUID attempt);

        private Templates() {}
    }

    private final Scorer scorer;

    HaikuPage(Scorer scorer) {
        this.scorer = scorer;
    }

    @GET
    @Transactional
    public TemplateInstance show(@RestPath UUID id) {
        Candidate candidate = Candidate.byId(id)
                .orElseThrow(
                        () -> new RefusedException(RefusedException.Kind.UNKNOWN, "There is no haiku “" + id + "”."));
        String answer = candidate.raw();
        Evidence evidence = Evidence.of(scorer.verdict(answer == null ? candidate.text() : answer));
        return Templates.haiku(
                candidate, evidence, scorer.version(), Attempt.idOfHaiku(id).orElse(null));
    }
}
