package org.kukai.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;

/** Checks credentials. Whoever is refused is not told whether the name or the password was wrong. */
@ApplicationScoped
public class Gatekeeper {
    private static final Duration USE_PRECISION = Duration.ofMinutes(1);

    private final SignInLimit limit;
    private final Clock clock;

    Gatekeeper(SignInLimit limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /**
     * Lets in by name and password.
     *
     * @param origin the caller's network address, which has a limit of failed attempts of its own
     * @return empty when the name is unknown, the password wrong, or the account disabled
     * @throws TooManyAttemptsException when the name or the origin has failed too often of late
     */
    @Transactional
    @ActivateRequestContext
    public Optional<Visitor> admit(String name, String password, String origin) {
        limit.check(name, origin);
        Optional<Account> account = Account.findByName(name);
        boolean right =
                Passwords.matches(password, account.map(a -> a.passwordHash).orElse(null));
        if (!right || account.orElseThrow().isDisabled()) {
            limit.failed(name, origin);
            return Optional.empty();
        }
        limit.succeeded(name);
        return account.map(a -> Visitor.of(a, a.role));
    }

    /** Lets in by a token that was not revoked and whose owner is not disabled. */
    @Transactional
    @ActivateRequestContext
    public Optional<Visitor> admitToken(String text) {
        return ApiToken.findValid(text)
                .filter(token -> !token.account.isDisabled())
                .map(token -> {
                    noteUse(token);
                    return Visitor.of(token.account, token.effectiveRole());
                });
    }

    // To the minute, so that a busy script does not write the same row with every call.
    private void noteUse(ApiToken token) {
        Instant now = clock.instant();
        if (token.lastUsedAt == null || token.lastUsedAt.plus(USE_PRECISION).isBefore(now)) {
            token.lastUsedAt = now;
        }
    }

    /** Lets a session go on, unless the account has been disabled or its sessions were ended. */
    @Transactional
    @ActivateRequestContext
    public Optional<Visitor> readmit(UUID accountId, int sessionEpoch) {
        return Account.<Account>findByIdOptional(accountId)
                .filter(account -> !account.isDisabled() && account.sessionEpoch == sessionEpoch)
                .map(account -> Visitor.of(account, account.role));
    }
}
