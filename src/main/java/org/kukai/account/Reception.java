package org.kukai.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

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
     * Somebody who has just come in.
     *
     * @param link the path of their sign-in link, which is nowhere kept; empty when they chose a password
     */
    public record Guest(Visitor visitor, Optional<String> link) {}

    /**
     * Makes the account of somebody who was invited.
     *
     * @param password empty for a rater who wants none: then a sign-in link takes its place
     * @throws RefusedException when the invitation does not let anybody in (any more), or the name or the password will not
     *     do; then no use is taken
     */
    @Transactional
    public Guest accept(String key, String name, String password) {
        Instant now = clock.instant();
        Invitation invitation = open(key);
        boolean byLink = password.isEmpty() && invitation.role == Role.RATER;
        Account account = byLink
                ? Account.createWithoutPassword(name, invitation.role, now)
                : Account.create(name, password, invitation.role, now);
        Optional<String> link = byLink ? Optional.of(SignInLink.issue(account, account, now)) : Optional.empty();
        // Last, because the row stays locked until the end, and hashing a password takes its time.
        if (!Invitation.take(key, now)) {
            throw closed();
        }
        return new Guest(Visitor.of(account, account.role), link);
    }

    private static RefusedException closed() {
        return new RefusedException(
                RefusedException.Kind.UNKNOWN,
                "This invitation is not open: it may have been used up, expired or revoked. Ask whoever sent it for"
                        + " another.");
    }
}
