package org.kukai.account;

import java.util.UUID;

/** An account that has been let in, as it was when its credentials were checked. */
public record Visitor(UUID accountId, String name, Role role, int sessionEpoch) {
    static Visitor of(Account account, Role role) {
        return new Visitor(account.id, account.name, role, account.sessionEpoch);
    }

    public boolean isAdmin() {
        return role == Role.ADMIN;
    }
}
