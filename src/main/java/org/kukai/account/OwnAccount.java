package org.kukai.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * What people do to their own account. Each verb returns the visitor as whom the present session goes on, because some of
 * them end all sessions.
 */
@ApplicationScoped
public class OwnAccount {
    private final SignInLimit limit;

    OwnAccount(SignInLimit limit) {
        this.limit = limit;
    }

    /**
     * Sets another password and ends every session.
     *
     * @param origin the caller's network address
     * @throws org.kukai.RefusedException when the present password is not right or the new one will not do
     * @throws TooManyAttemptsException when the present password was wrong too often of late
     */
    @Transactional
    public Visitor changePassword(Visitor visitor, String current, String fresh, String origin) {
        limit.begin(visitor.name(), origin);
        Account account = Account.get(visitor.accountId());
        account.changePassword(current, fresh);
        limit.succeeded(visitor.name(), origin);
        return Visitor.of(account, visitor.role());
    }

    /** Whether the account can be signed in to with a password, and not by a link alone. */
    @Transactional
    public boolean hasPassword(Visitor visitor) {
        return Account.get(visitor.accountId()).hasPassword();
    }

    @Transactional
    public Visitor rename(Visitor visitor, String fresh) {
        Account account = Account.get(visitor.accountId());
        account.rename(fresh);
        return Visitor.of(account, visitor.role());
    }

    /** Ends every session, on every browser. */
    @Transactional
    public Visitor endSessions(Visitor visitor) {
        Account account = Account.get(visitor.accountId());
        account.endSessions();
        return Visitor.of(account, visitor.role());
    }
}
