package org.kukai.web.dataset;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.dataset.Release;
import org.kukai.dataset.ReleaseFile;
import org.kukai.dataset.ReleaseOrders;
import org.kukai.dataset.Samples;
import org.kukai.web.security.Flash;
import org.kukai.web.security.Origin;

/** One release: how far it is, and when it is ready its files, what they hold, and how to use them. */
@Path("/releases")
@RolesAllowed(Role.ADMIN_NAME)
class ReleasePage {
    @CheckedTemplate(basePath = "dataset")
    static class Templates {
        static native TemplateInstance release(Release release, @Nullable ReleaseView view);

        static native TemplateInstance building();

        private Templates() {}
    }

    private final ReleaseOrders orders;
    private final Samples samples;
    private final SignedLinks links;
    private final Flash flash;

    ReleasePage(ReleaseOrders orders, Samples samples, SignedLinks links, Flash flash) {
        this.orders = orders;
        this.samples = samples;
        this.links = links;
        this.flash = flash;
    }

    @GET
    @Path("{id}")
    public TemplateInstance show(@RestPath UUID id, RoutingContext request) {
        Release release = Release.get(id);
        return Templates.release(release, release.isReady() ? view(release, request) : null);
    }

    private ReleaseView view(Release release, RoutingContext request) {
        ReleaseFile zip = ReleaseFile.findZip(release.id).orElseThrow();
        return ReleaseView.of(release, zip, samples.of(release), links, path -> Origin.publicAddress(path, request));
    }

    /** What a page that waits for the build asks every other second; once it is over, the page is loaded anew. */
    @GET
    @Path("{id}/progress")
    public Response progress(@RestPath UUID id) {
        return Release.get(id).isBuilding()
                ? Response.ok(Templates.building()).build()
                : Response.noContent().header("HX-Refresh", "true").build();
    }

    @POST
    @Path("{id}/retry")
    @Transactional
    public Response retry(@RestPath UUID id) {
        orders.retry(Release.get(id));
        flash.say("The release is being built again.");
        return Response.seeOther(URI.create(Addresses.page(id))).build();
    }
}
