package org.kukai.account;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.kukai.RefusedException;

/** Takes in people who come by an {@link Invitation}. */
@ApplicationScoped
public class Reception {
    private final Clock clock;

    Reception(Clock clock) {
        this.clock = clock;
    }

    /**
     * The invitation with this key.
     *
     * @throws RefusedException when it does not let anybody in (any more)
     */
    @Transactional
    public Invitation open(String key) {
        return Invitation.findOpen(key, clock.instant()).orElseThrow(Reception::closed);
    }

    /**
     * Makes the account of somebody who was invited.
     *
     * @throws RefusedException when the invitation does not let anybody in (any more), or the name or the password will not
     *     do; then no use is taken
     */
    @Transactional
    public Visitor accept(String key, String name, String password) {
        Instant now = clock.instant();
        Invitation invitation = open(key);
        Account account = Account.create(name, password, invitation.role, now);
        // Last, because the row stays locked until the end, and hashing a password takes its time.
        if (!Invitation.take(key, now)) {
            throw closed();
        }
        return Visitor.of(account, account.role);
    }

    private static RefusedException closed() {
        return new RefusedException(
                RefusedException.Kind.UNKNOWN,
                "This invitation is not open: it may have been used up, expired or revoked. Ask whoever sent it for"
                        + " another.");
    }
}
