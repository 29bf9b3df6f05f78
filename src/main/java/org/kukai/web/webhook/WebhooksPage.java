package org.kukai.web.webhook;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Role;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Flash;
import org.kukai.web.security.Once;
import org.kukai.webhook.Delivery;
import org.kukai.webhook.Happening;
import org.kukai.webhook.Webhook;
import org.kukai.webhook.Webhooks;

/** Webhooks and their deliveries. */
@Path("/webhooks")
@RolesAllowed(Role.ADMIN_NAME)
class WebhooksPage {
    @CheckedTemplate(basePath = "webhook")
    static class Templates {
        static native TemplateInstance webhooks(
                List<Webhook> webhooks, List<Happening> events, String secret, String url, String problem);

        static native TemplateInstance deliveries(Webhook webhook, List<Delivery> deliveries);

        private Templates() {}
    }

    private static final int SHOWN = 50;

    private final Webhooks webhooks;
    private final CurrentVisitor visitor;
    private final Flash flash;
    private final Once once;

    WebhooksPage(Webhooks webhooks, CurrentVisitor visitor, Flash flash, Once once) {
        this.webhooks = webhooks;
        this.visitor = visitor;
        this.flash = flash;
        this.once = once;
    }

    @GET
    @Transactional
    public TemplateInstance list() {
        return page(once.take(), "", "");
    }

    /** The page after the redirect shows the secret, since it is never shown again. */
    @POST
    public Response make(@RestForm @Nullable String url, @RestForm @Nullable List<String> events) {
        String given = url == null ? "" : url;
        try {
            Webhooks.Made made = QuarkusTransaction.requiringNew()
                    .call(() -> webhooks.make(given, events == null ? List.of() : events, visitor.account()));
            return once.show(made.secret(), "/webhooks");
        } catch (RefusedException refusal) {
            return Response.status(refusal.kind().status())
                    .entity(QuarkusTransaction.requiringNew().call(() -> page("", given, refusal.getMessage())))
                    .build();
        }
    }

    @GET
    @Path("{id}")
    @Transactional
    public TemplateInstance deliveries(@RestPath UUID id, @RestQuery @Nullable Integer page) {
        return Templates.deliveries(Webhook.get(id), Delivery.of(id, page == null ? 1 : Math.max(1, page), SHOWN));
    }

    @POST
    @Path("{id}/test")
    public Response test(@RestPath UUID id) {
        webhooks.test(id);
        flash.say("A test is on its way. Load this page again to see what came of it.");
        return Response.seeOther(URI.create("/webhooks/" + id)).build();
    }

    @POST
    @Path("{id}/enabling")
    public Response enable(@RestPath UUID id) {
        webhooks.enable(id);
        flash.say("The webhook is told again from now on.");
        return Response.seeOther(URI.create("/webhooks/" + id)).build();
    }

    @POST
    @Path("{id}/removal")
    public Response remove(@RestPath UUID id) {
        webhooks.remove(id);
        flash.say("The webhook is removed.");
        return Response.seeOther(URI.create("/webhooks")).build();
    }

    private static TemplateInstance page(String secret, String url, String problem) {
        List<Happening> events = Stream.of(Happening.values())
                .filter(one -> one != Happening.TEST)
                .toList();
        return Templates.webhooks(Webhook.all(), events, secret, url, problem);
    }
}
