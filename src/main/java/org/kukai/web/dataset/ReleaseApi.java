package org.kukai.web.dataset;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Role;
import org.kukai.dataset.Licence;
import org.kukai.dataset.Manifest;
import org.kukai.dataset.Policy;
import org.kukai.dataset.Preview;
import org.kukai.dataset.Release;
import org.kukai.dataset.ReleaseFile;
import org.kukai.dataset.ReleaseOrders;
import org.kukai.dataset.Terms;
import org.kukai.web.Paging;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Origin;

/** Releases, for scripts. */
@Path("/api/releases")
@RolesAllowed(Role.ADMIN_NAME)
class ReleaseApi {
    /** An order; what is left out is as in the usual terms. */
    record Order(
            @Nullable String name,
            @Nullable String policy,
            @Nullable Integer minScoreDifference,
            @Nullable Integer minVotes,
            @Nullable Double minAgreement,
            @Nullable Double testShare,
            @Nullable String license) {
        Terms terms() {
            Terms usual = Terms.USUAL;
            return new Terms(
                    policy == null ? usual.policy() : Policy.parse(policy),
                    minScoreDifference == null ? usual.minScoreDifference() : minScoreDifference,
                    minVotes == null ? usual.minVotes() : minVotes,
                    minAgreement == null ? usual.minAgreement() : minAgreement,
                    testShare == null ? usual.testShare() : testShare,
                    license == null ? usual.licence() : Licence.parse(license));
        }
    }

    record Rows(long train, long test) {}

    /** {@code url} wants an admin's credentials, {@code signedUrl} none, until {@code linksUntil}. */
    record FileItem(String path, @Nullable Long rows, long bytes, String sha256, String url, String signedUrl) {}

    record Item(
            UUID id,
            String name,
            String status,
            @Nullable String reason,
            Manifest.TermsUsed terms,
            Rows rows,
            Map<String, Long> dropped,
            List<FileItem> files,
            @Nullable String zipUrl,
            @Nullable String signedZipUrl,
            @Nullable Instant linksUntil,
            Instant createdAt,
            @Nullable Instant finishedAt) {}

    private final ReleaseOrders orders;
    private final Preview preview;
    private final SignedLinks links;
    private final CurrentVisitor visitor;

    ReleaseApi(ReleaseOrders orders, Preview preview, SignedLinks links, CurrentVisitor visitor) {
        this.orders = orders;
        this.preview = preview;
        this.links = links;
        this.visitor = visitor;
    }

    @POST
    @Transactional
    public Response order(@Nullable Order body, RoutingContext request) {
        Order order = present(body);
        if (order.name == null) {
            throw new RefusedException(RefusedException.Kind.INVALID, "The release has no name. Send {\"name\": ...}.");
        }
        Release release = orders.order(order.name, order.terms(), visitor.account());
        return accepted(release, request);
    }

    /** How many rows the terms would give now, and why pairs would be dropped; {@code name} is not needed. */
    @POST
    @Path("preview")
    public Preview.Figures preview(@Nullable Order body) {
        return preview.of(present(body).terms());
    }

    @GET
    public Paging.Listing<Item> list(
            @RestQuery @Nullable Integer page, @RestQuery @Nullable Integer size, RoutingContext request) {
        Paging paging = Paging.of(page, size);
        return paging.listing(
                Release.newestFirst(paging.page(), paging.size()).stream()
                        .map(release -> item(release, request))
                        .toList(),
                Release.count());
    }

    @GET
    @Path("{id}")
    public Item show(@RestPath UUID id, RoutingContext request) {
        return item(Release.get(id), request);
    }

    @POST
    @Path("{id}/retry")
    @Transactional
    public Response retry(@RestPath UUID id, RoutingContext request) {
        Release release = Release.get(id);
        orders.retry(release);
        return accepted(release, request);
    }

    private Response accepted(Release release, RoutingContext request) {
        return Response.accepted(item(release, request))
                .location(URI.create(Origin.publicAddress("/api" + Addresses.page(release.id), request)))
                .build();
    }

    private static Order present(@Nullable Order body) {
        if (body == null) {
            throw new RefusedException(RefusedException.Kind.INVALID, "The call has no body. Send a JSON object.");
        }
        return body;
    }

    private Item item(Release release, RoutingContext request) {
        Instant until = links.expiry();
        List<FileItem> files = ReleaseFile.of(release).stream()
                .map(file -> file(file, Addresses.file(release.id, file.path), release, until, request))
                .toList();
        String zip = Addresses.zip(release.id);
        boolean ready = release.isReady();
        return new Item(
                release.id,
                release.name,
                release.status.spelled(),
                release.statusReason,
                Manifest.TermsUsed.of(release.terms()),
                new Rows(release.trainRows, release.testRows),
                release.manifest().map(manifest -> manifest.pairs().dropped()).orElse(Map.of()),
                files,
                ready ? Origin.publicAddress(zip, request) : null,
                ready ? Origin.publicAddress(links.sign(release.id, zip, until), request) : null,
                ready ? until : null,
                release.createdAt,
                release.finishedAt);
    }

    private FileItem file(ReleaseFile file, String path, Release release, Instant until, RoutingContext request) {
        return new FileItem(
                file.path,
                file.rowCount,
                file.bytes,
                file.sha256,
                Origin.publicAddress(path, request),
                Origin.publicAddress(links.sign(release.id, path, until), request));
    }
}
