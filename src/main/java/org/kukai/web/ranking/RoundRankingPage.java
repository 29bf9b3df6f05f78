package org.kukai.web.ranking;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.annotation.Round;
import org.kukai.ranking.Rankings;

/** What the votes of one round say, and how far its raters agree. */
@Path("/rounds/{id}/ranking")
@RolesAllowed(Role.ADMIN_NAME)
class RoundRankingPage {
    @CheckedTemplate(basePath = "ranking")
    static class Templates {
        static native TemplateInstance roundRanking(
                Round round, @Nullable AgreementShown agreement, @Nullable RankingView ranking, String address);

        private Templates() {}
    }

    private final Rankings rankings;

    RoundRankingPage(Rankings rankings) {
        this.rankings = rankings;
    }

    @GET
    @Transactional
    @TransactionConfiguration(timeout = Rankings.PATIENCE)
    public TemplateInstance show(@RestPath UUID id) {
        return Templates.roundRanking(
                Round.get(id),
                rankings.lateAgreement(id)
                        .map(told -> AgreementShown.of(told.figures()))
                        .orElse(null),
                RankingView.of(id, rankings),
                "/rounds/" + id + "/ranking");
    }
}
