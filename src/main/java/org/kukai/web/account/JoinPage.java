package org.kukai.web.account;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Invitation;
import org.kukai.account.Reception;
import org.kukai.account.Role;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Once;
import org.kukai.web.security.Origin;
import org.kukai.web.security.Sessions;

/** Where an invitation link leads: the visitor picks a name, and a password if they like, and is in. */
@Path("/join/{key}")
@PermitAll
class JoinPage {
    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance join(String key, boolean forAdmin, String onward, String name, String problem);

        static native TemplateInstance joined(String onward, boolean toRound);

        private Templates() {}
    }

    private final Reception reception;
    private final CurrentVisitor visitor;
    private final Sessions sessions;
    private final Once once;

    JoinPage(Reception reception, CurrentVisitor visitor, Sessions sessions, Once once) {
        this.reception = reception;
        this.visitor = visitor;
        this.sessions = sessions;
        this.once = once;
    }

    @GET
    public TemplateInstance form(@RestPath String key) {
        Invitation invitation = reception.open(key);
        if (visitor.isSignedIn()) {
            return Templates.joined(onward(invitation.roundId), invitation.roundId != null);
        }
        return show(key, invitation, "", "");
    }

    @POST
    public Response join(
            @RestPath String key,
            @RestForm @Nullable String name,
            @RestForm @Nullable String password,
            RoutingContext request) {
        Invitation invitation = reception.open(key);
        String given = name == null ? "" : name;
        try {
            Reception.Guest guest = reception.accept(key, given, password == null ? "" : password);
            sessions.open(guest.visitor(), request);
            if (guest.link().isPresent()) {
                String link = Origin.publicAddress(guest.link().get(), request);
                once.keep(link, guest.visitor().accountId(), OwnLinkPage.PATH);
                return Response.seeOther(OwnLinkPage.goingOnTo(onward(invitation.roundId)))
                        .build();
            }
        } catch (RefusedException refusal) {
            return Response.status(refusal.kind().status())
                    .entity(show(key, invitation, given, refusal.getMessage()))
                    .build();
        }
        return Response.seeOther(URI.create(onward(invitation.roundId))).build();
    }

    private static TemplateInstance show(String key, Invitation invitation, String name, String problem) {
        return Templates.join(key, invitation.role == Role.ADMIN, onward(invitation.roundId), name, problem);
    }

    private static String onward(@Nullable UUID roundId) {
        return roundId == null ? "/" : "/rounds/" + roundId;
    }
}
