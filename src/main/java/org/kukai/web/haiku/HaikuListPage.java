package org.kukai.web.haiku;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.generation.Candidate;
import org.kukai.generation.Duplicates;
import org.kukai.generation.HaikuFilter;
import org.kukai.generation.HaikuStore;
import org.kukai.haiku.ScoreCounts;
import org.kukai.web.PageLinks;
import org.kukai.web.Paging;
import org.kukai.web.chart.Bars;

/** All haiku, filtered, with how their scores are spread. */
@Path("/haiku")
@RolesAllowed(Role.ADMIN_NAME)
class HaikuListPage {
    private static final int ROWS = 24;

    @CheckedTemplate(basePath = "haiku")
    static class Templates {
        static native TemplateInstance haikuList(
                HaikuListView view, List<Candidate> haiku, Bars scores, PageLinks links);

        private Templates() {}
    }

    @GET
    @Transactional
    public TemplateInstance list(
            @RestQuery @Nullable Integer score, @BeanParam HaikuQuery query, @RestQuery @Nullable Integer page) {
        HaikuFilter filter = query.filter(score);
        Paging paging = Paging.of(page, ROWS);
        ScoreCounts counts = HaikuStore.counts(filter);
        PageLinks links = new PageLinks(
                paging.page(), paging.last(counts.all()), PageLinks.address("/haiku", HaikuQuery.parameters(filter)));
        return Templates.haikuList(
                new HaikuListView(
                        filter,
                        counts.all(),
                        HaikuStore.writers(),
                        List.of(Duplicates.values()),
                        PageLinks.address("/haiku/export", HaikuQuery.parameters(filter))),
                HaikuStore.newestFirst(filter, paging.offset(), paging.size()),
                Bars.ofScores("Scores of these haiku", counts.counts()),
                links);
    }
}
