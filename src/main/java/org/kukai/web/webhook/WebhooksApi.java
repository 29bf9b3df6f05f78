package org.kukai.web.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Role;
import org.kukai.web.Paging;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.webhook.Delivery;
import org.kukai.webhook.Webhook;
import org.kukai.webhook.Webhooks;

/** Webhooks, for scripts. */
@Path("/api/webhooks")
@RolesAllowed(Role.ADMIN_NAME)
class WebhooksApi {
    record Request(@Nullable String url, @Nullable List<String> events) {}

    /** A webhook; the secret is there only in the answer that made it. */
    record View(
            UUID id,
            String url,
            List<String> events,
            Instant madeAt,
            @Nullable Instant disabledAt,
            @Nullable String disabledReason,
            @Nullable String secret) {
        static View of(Webhook webhook, @Nullable String secret) {
            return new View(
                    webhook.id,
                    webhook.url,
                    webhook.events,
                    webhook.madeAt,
                    webhook.disabledAt,
                    webhook.disabledReason,
                    secret);
        }
    }

    record Sent(
            UUID id,
            String event,
            String state,
            int tries,
            @Nullable Integer status,
            @Nullable String problem,
            Instant madeAt,
            @Nullable Instant triedAt) {
        static Sent of(Delivery delivery) {
            return new Sent(
                    delivery.id,
                    delivery.event,
                    delivery.state.spelled().replace(' ', '-'),
                    delivery.tries,
                    delivery.status,
                    delivery.problem,
                    delivery.madeAt,
                    delivery.triedAt);
        }
    }

    private final Webhooks webhooks;
    private final CurrentVisitor visitor;

    WebhooksApi(Webhooks webhooks, CurrentVisitor visitor) {
        this.webhooks = webhooks;
        this.visitor = visitor;
    }

    @POST
    @Transactional
    public RestResponse<View> make(@Nullable Request body) {
        if (body == null) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID, "The call has no body. Send a JSON object with url and events.");
        }
        List<String> events = body.events();
        String url = body.url();
        Webhooks.Made made =
                webhooks.make(url == null ? "" : url, events == null ? List.of() : events, visitor.account());
        return RestResponse.ResponseBuilder.<View>create(RestResponse.Status.CREATED)
                .location(URI.create("/api/webhooks/" + made.webhook().id))
                .entity(View.of(made.webhook(), made.secret()))
                .build();
    }

    @GET
    @Transactional
    public List<View> list() {
        return Webhook.all().stream().map(webhook -> View.of(webhook, null)).toList();
    }

    @GET
    @Path("{id}")
    @Transactional
    public View get(@RestPath UUID id) {
        return View.of(Webhook.get(id), null);
    }

    /** The last that it was told or is to be told. */
    @GET
    @Path("{id}/deliveries")
    @Transactional
    public List<Sent> deliveries(
            @RestPath UUID id, @RestQuery @Nullable Integer page, @RestQuery @Nullable Integer size) {
        Paging paging = Paging.of(page, size);
        return Delivery.of(Webhook.get(id).id, paging.page(), paging.size()).stream()
                .map(Sent::of)
                .toList();
    }

    @POST
    @Path("{id}/test")
    @Transactional
    public RestResponse<Sent> test(@RestPath UUID id) {
        return RestResponse.status(RestResponse.Status.ACCEPTED, Sent.of(webhooks.test(id)));
    }

    @POST
    @Path("{id}/enabling")
    @Transactional
    public View enable(@RestPath UUID id) {
        webhooks.enable(id);
        return View.of(Webhook.get(id), null);
    }

    @DELETE
    @Path("{id}")
    public void remove(@RestPath UUID id) {
        webhooks.remove(id);
    }
}
