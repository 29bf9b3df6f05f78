package org.kukai.web.model;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.kukai.llm.Prices;
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
            @Nullable String keyReference,
            @Nullable BigDecimal promptPrice,
            @Nullable BigDecimal completionPrice,
            @Nullable String currency) {
        @Override
        public String toString() {
            return "a model named " + name; // never the key
        }
    }

    /** What a million tokens cost; what is null is not known. */
    record Pricing(
            @Nullable BigDecimal promptPrice,
            @Nullable BigDecimal completionPrice,
            @Nullable String currency) {
        Prices prices() {
            return new Prices(promptPrice, completionPrice, text(currency));
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
            @Nullable BigDecimal promptPrice,
            @Nullable BigDecimal completionPrice,
            String currency,
            @Nullable Boolean givesSeveral,
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
                    m.prices().prompt(),
                    m.prices().completion(),
                    m.currency,
                    m.givesSeveral,
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
    @Transactional
    public Response register(@Nullable Request body) {
        if (body == null) {
            throw noBody();
        }
        Prices prices = new Pricing(body.promptPrice, body.completionPrice, body.currency).prices();
        Model model =
                models.register(text(body.name), text(body.baseUrl), text(body.model), body.apiKey, body.keyReference);
        model.price(prices);
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

    @PUT
    @Path("{name}/prices")
    @Transactional
    public Row price(@RestPath String name, @Nullable Pricing body) {
        if (body == null) {
            throw noBody();
        }
        Model model = Model.named(name);
        model.price(body.prices());
        return Row.of(model);
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

    private static RefusedException noBody() {
        return new RefusedException(RefusedException.Kind.INVALID, "The call has no body. Send a JSON object.");
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
