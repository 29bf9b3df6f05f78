package org.kukai.web.model;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Role;
import org.kukai.llm.Model;
import org.kukai.llm.ModelCheck;
import org.kukai.llm.Models;
import org.kukai.web.Paging;

/** Models, for scripts. */
@Path("/api/models")
@RolesAllowed(Role.ADMIN_NAME)
class ModelApi {
    /** An endpoint; {@code apiKey} is kept encrypted, {@code keyReference} names a setting that holds the key instead. */
    record Request(
            @Nullable String name,
            @Nullable String baseUrl,
            @Nullable String model,
            @Nullable String apiKey,
            @Nullable String keyReference) {
        @Override
        public String toString() {
            return "a model named " + name; // never the key
        }
    }

    /** A model without its key: {@code hasKey} says whether there is one. */
    record Row(
            UUID id,
            String name,
            String kind,
            String description,
            @Nullable String baseUrl,
            @Nullable String model,
            boolean hasKey,
            @Nullable String keyReference,
            Instant createdAt) {
        static Row of(Model m) {
            return new Row(
                    m.id,
                    m.name,
                    m.kind.spelled(),
                    m.kind.prose(),
                    m.baseUrl,
                    m.modelId,
                    m.hasKey(),
                    m.keyReference,
                    m.createdAt);
        }
    }

    record Check(boolean ok, long latencyMillis, String detail) {}

    private final Models models;
    private final Clock clock;

    ModelApi(Models models, Clock clock) {
        this.models = models;
        this.clock = clock;
    }

    @POST
    public Response register(@Nullable Request body) {
        if (body == null) {
            throw new RefusedException(RefusedException.Kind.INVALID, "The call has no body. Send a JSON object.");
        }
        Model model =
                models.register(text(body.name), text(body.baseUrl), text(body.model), body.apiKey, body.keyReference);
        return Response.created(URI.create("/api/models/" + model.name))
                .entity(Row.of(model))
                .build();
    }

    @GET
    public Paging.Listing<Row> list(@RestQuery @Nullable Integer page, @RestQuery @Nullable Integer size) {
        Paging paging = Paging.of(page, size);
        return paging.listing(
                Model.newestFirst(paging.page(), paging.size()).stream()
                        .map(Row::of)
                        .toList(),
                Model.countUsable());
    }

    @GET
    @Path("{name}")
    public Row show(@RestPath String name) {
        return Row.of(Model.named(name));
    }

    @POST
    @Path("{name}/check")
    public Check check(@RestPath String name) {
        ModelCheck check = models.check(name);
        return new Check(check.ok(), check.latency().toMillis(), check.detail());
    }

    @DELETE
    @Path("{name}")
    @Transactional
    public void remove(@RestPath String name) {
        Model.named(name).remove(clock.instant());
    }

    @POST
    @Path("{name}/restoration")
    @Transactional
    public Row restore(@RestPath String name) {
        Model model = Model.removed(name);
        model.restore();
        return Row.of(model);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
