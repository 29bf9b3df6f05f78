package org.kukai.web.account;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

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
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.ApiToken;
import org.kukai.account.Role;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Flash;
import org.kukai.web.security.Once;

/** One's own tokens for scripts. */
@Path("/settings/tokens")
@RolesAllowed({Role.ADMIN_NAME, Role.RATER_NAME})
class TokensPage {
    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance tokens(List<ApiToken> tokens, String fresh, String name, String problem);

        private Templates() {}
    }

    private final CurrentVisitor visitor;
    private final Clock clock;
    private final Flash flash;
    private final Once once;

    TokensPage(CurrentVisitor visitor, Clock clock, Flash flash, Once once) {
        this.visitor = visitor;
        this.clock = clock;
        this.flash = flash;
        this.once = once;
    }

    @GET
    public TemplateInstance list() {
        return page(once.take(), "", "");
    }

    /** The page after the redirect shows the token, since it is nowhere kept. */
    @POST
    public Response make(@RestForm @Nullable String name, @RestForm @Nullable String role) {
        try {
            ApiToken.Issued issued = QuarkusTransaction.requiringNew()
                    .call(() -> ApiToken.issue(
                            visitor.get(),
                            role == null ? visitor.get().role() : Role.of(role),
                            Input.text(name),
                            clock.instant()));
            return once.show(issued.text(), "/settings/tokens");
        } catch (RefusedException refusal) {
            return Response.status(refusal.kind().status())
                    .entity(page("", Input.text(name), refusal.getMessage()))
                    .build();
        }
    }

    @POST
    @Path("{id}/revocation")
    @Transactional
    public Response revoke(@RestPath UUID id) {
        ApiToken token = ApiToken.getOwn(id, visitor.get().accountId());
        token.revoke(clock.instant());
        flash.say("The token “" + token.name + "” is revoked.");
        return Response.seeOther(URI.create("/settings/tokens")).build();
    }

    private TemplateInstance page(String fresh, String name, String problem) {
        List<ApiToken> tokens = QuarkusTransaction.requiringNew()
                .call(() -> ApiToken.of(visitor.get().accountId()));
        return Templates.tokens(tokens, fresh, name, problem);
    }
}
