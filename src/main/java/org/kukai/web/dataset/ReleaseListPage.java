package org.kukai.web.dataset;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.dataset.Release;
import org.kukai.web.PageLinks;
import org.kukai.web.Paging;

/** All releases, newest first. */
@Path("/releases")
@RolesAllowed(Role.ADMIN_NAME)
class ReleaseListPage {
    @CheckedTemplate(basePath = "dataset")
    static class Templates {
        static native TemplateInstance releases(List<Release> releases, PageLinks links);

        private Templates() {}
    }

    @GET
    public TemplateInstance list(@RestQuery @Nullable Integer page) {
        Paging paging = Paging.of(page, null);
        return Templates.releases(
                Release.newestFirst(paging.page(), paging.size()),
                PageLinks.of(paging, Release.count(), "/releases", Map.of()));
    }
}
