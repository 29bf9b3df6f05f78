package org.kukai.web.account;

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

import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Account;
import org.kukai.account.Role;
import org.kukai.web.Paging;
import org.kukai.web.security.CurrentVisitor;

/** Accounts, for scripts of an admin. */
@Path("/api/accounts")
@RolesAllowed(Role.ADMIN_NAME)
class AccountApi {
    record Request(
            @Nullable String name,
            @Nullable String password,
            @Nullable String role) {}

    record RoleRequest(@Nullable String role) {}

    /** The new password, which is never shown again. */
    record Replaced(String password) {}

    record Row(
            UUID id,
            String name,
            String role,
            Instant createdAt,
            @Nullable Instant disabledAt) {
        static Row of(Account account) {
            return new Row(account.id, account.name, account.role.spelled(), account.createdAt, account.disabledAt);
        }
    }

    private final CurrentVisitor visitor;
    private final Clock clock;

    AccountApi(CurrentVisitor visitor, Clock clock) {
        this.visitor = visitor;
        this.clock = clock;
    }

    @POST
    @ResponseStatus(201)
    @Transactional
    public Row create(@Nullable Request body) {
        Request wanted = Input.body(body);
        return Row.of(Account.create(
                Input.text(wanted.name), Input.text(wanted.password), Role.of(wanted.role), clock.instant()));
    }

    @GET
    @Transactional
    public Paging.Listing<Row> list(@RestQuery @Nullable Integer page, @RestQuery @Nullable Integer size) {
        Paging paging = Paging.of(page, size);
        return paging.listing(
                Account.newestFirst(paging.page(), paging.size()).stream()
                        .map(Row::of)
                        .toList(),
                Account.count());
    }

    @PUT
    @Path("{id}/role")
    @Transactional
    public Row changeRole(@RestPath UUID id, @Nullable RoleRequest body) {
        Role fresh = Role.of(Input.body(body).role);
        Account account = Account.get(id);
        account.changeRole(fresh, visitor.account());
        return Row.of(account);
    }

    @POST
    @Path("{id}/disablement")
    @Transactional
    public Row disable(@RestPath UUID id) {
        Account account = Account.get(id);
        account.disable(visitor.account(), clock.instant());
        return Row.of(account);
    }

    @DELETE
    @Path("{id}/disablement")
    @Transactional
    public Row enable(@RestPath UUID id) {
        Account account = Account.get(id);
        account.enable();
        return Row.of(account);
    }

    @POST
    @Path("{id}/password-replacement")
    @Transactional
    public Replaced replacePassword(@RestPath UUID id) {
        return new Replaced(Account.get(id).replacePassword(visitor.account()));
    }
}
