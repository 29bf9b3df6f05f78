package org.kukai.web.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

import org.kukai.account.OwnAccount;
import org.kukai.account.Role;
import org.kukai.account.Visitor;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Origin;

/** The caller's own account, for scripts. */
@Path("/api/account")
@RolesAllowed({Role.ADMIN_NAME, Role.RATER_NAME})
class OwnAccountApi {
    record PasswordRequest(
            @Nullable String current, @Nullable String fresh) {}

    record NameRequest(@Nullable String name) {}

    record Me(String name, String role) {
        static Me of(Visitor visitor) {
            return new Me(visitor.name(), visitor.role().spelled());
        }
    }

    private final OwnAccount own;
    private final CurrentVisitor visitor;

    OwnAccountApi(OwnAccount own, CurrentVisitor visitor) {
        this.own = own;
        this.visitor = visitor;
    }

    @GET
    public Me me() {
        return Me.of(visitor.get());
    }

    @PUT
    @Path("password")
    public void changePassword(@Nullable PasswordRequest body, RoutingContext request) {
        PasswordRequest wanted = Input.body(body);
        own.changePassword(visitor.get(), Input.text(wanted.current), Input.text(wanted.fresh), Origin.of(request));
    }

    @PUT
    @Path("name")
    public Me rename(@Nullable NameRequest body) {
        return Me.of(own.rename(visitor.get(), Input.text(Input.body(body).name)));
    }
}
