package org.kukai.web.account;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Invitation;
import org.kukai.account.Role;
import org.kukai.annotation.Round;
import org.kukai.web.PageLinks;
import org.kukai.web.Paging;
import org.kukai.web.QrCode;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Flash;
import org.kukai.web.security.Once;
import org.kukai.web.security.Origin;

/** Links by which people come in, for an admin. */
@Path("/accounts/invitations")
@RolesAllowed(Role.ADMIN_NAME)
class InvitationsPage {
    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance invitations(
                List<Invitation> invitations,
                Instant now,
                PageLinks links,
                InvitationForm form,
                List<Round> rounds,
                String link,
                @Nullable QrCode code,
                String problem);

        private Templates() {}
    }

    private final CurrentVisitor visitor;
    private final Clock clock;
    private final Flash flash;
    private final Once once;

    InvitationsPage(CurrentVisitor visitor, Clock clock, Flash flash, Once once) {
        this.visitor = visitor;
        this.clock = clock;
        this.flash = flash;
        this.once = once;
    }

    @GET
    public TemplateInstance list(@RestQuery @Nullable Integer page, @RestQuery @Nullable String round) {
        return page(Paging.of(page, null), InvitationForm.fresh(round), once.take(), "");
    }

    /** The page after the redirect shows the link, since it is nowhere kept. */
    @POST
    public Response make(@BeanParam InvitationForm form, RoutingContext request) {
        try {
            Invitation.Issued issued = QuarkusTransaction.requiringNew()
                    .call(() -> Invitation.issue(
                            visitor.account(),
                            Role.of(form.role),
                            Input.number("The number of people", form.uses),
                            Duration.ofDays(Input.number("The number of days", form.days)),
                            Input.identifier("round", form.round),
                            clock.instant()));
            return once.show(Origin.publicAddress(issued.path(), request), "/accounts/invitations");
        } catch (RefusedException refusal) {
            return Response.status(refusal.kind().status())
                    .entity(page(Paging.of(null, null), form, "", refusal.getMessage()))
                    .build();
        }
    }

    @POST
    @Path("{id}/revocation")
    @Transactional
    public Response revoke(@RestPath UUID id) {
        Invitation.get(id).revoke(clock.instant());
        flash.say("The invitation is revoked: its link lets nobody in any more.");
        return Response.seeOther(URI.create("/accounts/invitations")).build();
    }

    private TemplateInstance page(Paging paging, InvitationForm form, String link, String problem) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Templates.invitations(
                        Invitation.newestFirst(paging.page(), paging.size()),
                        clock.instant(),
                        PageLinks.of(paging, Invitation.count(), "/accounts/invitations", Map.of()),
                        form,
                        Round.taking(),
                        link,
                        link.isEmpty() ? null : QrCode.of(link),
                        problem));
    }
}
