package org.kukai.web.dataset;

import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.Uncompressed;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Visitor;
import org.kukai.dataset.Release;
import org.kukai.dataset.ReleaseFile;
import org.kukai.web.security.CurrentVisitor;

/**
 * The files of releases. Everybody may ask; admins, by session, name and password or token, and holders of a signed link get them.
 * Nothing is compressed on the way: a range is one of the file, not of what a compressor makes of it.
 */
@Path("/releases")
@PermitAll
class Downloads {
    private final SignedLinks links;
    private final CurrentVisitor visitor;
    private final FileAnswer answers;

    Downloads(SignedLinks links, CurrentVisitor visitor, FileAnswer answers) {
        this.links = links;
        this.visitor = visitor;
        this.answers = answers;
    }

    @GET
    @Uncompressed
    @Path("{id}/files/{path:.+}")
    public Response file(@RestPath UUID id, @RestPath String path, RoutingContext request) {
        return answer(id, path, request, true);
    }

    @HEAD
    @Uncompressed
    @Path("{id}/files/{path:.+}")
    public Response fileHead(@RestPath UUID id, @RestPath String path, RoutingContext request) {
        return answer(id, path, request, false);
    }

    @GET
    @Uncompressed
    @Path("{id}/zip")
    public Response zip(@RestPath UUID id, RoutingContext request) {
        return answerZip(id, request, true);
    }

    @HEAD
    @Uncompressed
    @Path("{id}/zip")
    public Response zipHead(@RestPath UUID id, RoutingContext request) {
        return answerZip(id, request, false);
    }

    private Response answer(UUID id, String path, RoutingContext request, boolean withBody) {
        admit(id, Addresses.file(id, path), request);
        ReleaseFile file = known(ReleaseFile.find(id, path), "There is no file “" + path + "” in the release " + id);
        return answers.of(file, path.substring(path.lastIndexOf('/') + 1), request, withBody);
    }

    private Response answerZip(UUID id, RoutingContext request, boolean withBody) {
        admit(id, Addresses.zip(id), request);
        ReleaseFile file = known(ReleaseFile.findZip(id), "There is no zip of a release " + id);
        return answers.of(file, Release.get(id).name + ".zip", request, withBody);
    }

    private void admit(UUID id, String path, RoutingContext request) {
        String expires = request.request().getParam("expires");
        String signature = request.request().getParam("signature");
        if (links.isValid(id, path, seconds(expires), signature)) {
            return;
        }
        Visitor caller = visitor.orNull();
        if (caller != null && caller.isAdmin()) {
            return;
        }
        if (signature != null) {
            throw new RefusedException(
                    RefusedException.Kind.FORBIDDEN,
                    "This link is out of date or not whole. Ask whoever gave it to you for a new one, or sign in.");
        }
        throw caller == null ? new UnauthorizedException() : new ForbiddenException();
    }

    private static @Nullable Long seconds(@Nullable String expires) {
        return expires != null && expires.matches("\\d{1,18}") ? Long.valueOf(expires) : null;
    }

    private static ReleaseFile known(Optional<ReleaseFile> file, String otherwise) {
        return file.orElseThrow(() ->
                new RefusedException(RefusedException.Kind.UNKNOWN, otherwise + ", or the release is not ready yet."));
    }
}
