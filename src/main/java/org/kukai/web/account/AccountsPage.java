package org.kukai.web.account;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Account;
import org.kukai.account.Role;
import org.kukai.web.PageLinks;
import org.kukai.web.Paging;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Flash;
import org.kukai.web.security.Once;

/** Everybody who may sign in, for an admin. */
@Path("/accounts")
@RolesAllowed(Role.ADMIN_NAME)
class AccountsPage {
    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance accounts(List<Account> accounts, UUID own, PageLinks links);

        static native TemplateInstance replaced(Account account, String password);

        private Templates() {}
    }

    private static final String SHOWN = "A new password is shown once. Replace it again if it is lost.";

    private final CurrentVisitor visitor;
    private final Clock clock;
    private final Flash flash;
    private final Once once;

    AccountsPage(CurrentVisitor visitor, Clock clock, Flash flash, Once once) {
        this.visitor = visitor;
        this.clock = clock;
        this.flash = flash;
        this.once = once;
    }

    @GET
    @Transactional
    public TemplateInstance list(@RestQuery @Nullable Integer page) {
        Paging paging = Paging.of(page, null);
        return Templates.accounts(
                Account.newestFirst(paging.page(), paging.size()),
                visitor.get().accountId(),
                PageLinks.of(paging, Account.count(), "/accounts", Map.of()));
    }

    @POST
    @Path("{id}/disablement")
    @Transactional
    public Response disable(@RestPath UUID id) {
        Account account = Account.get(id);
        account.disable(visitor.account(), clock.instant());
        return back("“" + account.name + "” is disabled and signed out everywhere. “Enable” takes it back.");
    }

    @POST
    @Path("{id}/enablement")
    @Transactional
    public Response enable(@RestPath UUID id) {
        Account account = Account.get(id);
        account.enable();
        return back("“" + account.name + "” may sign in again.");
    }

    @POST
    @Path("{id}/role")
    @Transactional
    public Response changeRole(@RestPath UUID id, @RestForm @Nullable String role) {
        Account account = Account.get(id);
        account.changeRole(Role.of(role), visitor.account());
        return back("“" + account.name + "” is now " + account.role.spelled() + ".");
    }

    /** The page after the redirect shows the password, since it is nowhere kept. */
    @POST
    @Path("{id}/password-replacement")
    @Transactional
    public Response replacePassword(@RestPath UUID id) {
        String password = Account.get(id).replacePassword(visitor.account());
        return once.show(password, "/accounts/" + id + "/password-replacement");
    }

    @GET
    @Path("{id}/password-replacement")
    @Transactional
    public Object replaced(@RestPath UUID id) {
        Account account = Account.get(id);
        String password = once.take();
        return password.isEmpty() ? back(SHOWN) : Templates.replaced(account, password);
    }

    private Response back(String said) {
        flash.say(said);
        return Response.seeOther(URI.create("/accounts")).build();
    }
}
