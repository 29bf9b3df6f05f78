package org.kukai.web.ranking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.ranking.Rankings;

/** What the votes of all rounds say. */
@Path("/ranking")
@RolesAllowed(Role.ADMIN_NAME)
class RankingPage {
    @CheckedTemplate(basePath = "ranking")
    static class Templates {
        static native TemplateInstance ranking(@Nullable RankingView ranking);

        private Templates() {}
    }

    private final Rankings rankings;

    RankingPage(Rankings rankings) {
        this.rankings = rankings;
    }

    @GET
    @Transactional
    public TemplateInstance show() {
        return Templates.ranking(RankingView.of(null, rankings));
    }
}
