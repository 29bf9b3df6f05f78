package org.kukai.account;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;

import org.kukai.crowd.Together;

/**
 * Checks credentials. Whoever is refused is not told whether the name or the password was wrong; only who gives the right password, or link, of a
 * disabled account is told that it is disabled.
 */
@ApplicationScoped
public class Gatekeeper {
    private static final Duration USE_PRECISION = Duration.ofMinutes(1);
    private static final int LOCKS = 64;
    private static final int SESSIONS = 256;

    private final SignInLimit limit;
    private final VerifiedPasswords verified;
    private final Clock clock;
    private final AgroalDataSource database;
    private final Together<Session, Readmission> sessions;
    private final Object[] locks =
            IntStream.range(0, LOCKS).mapToObj(i -> new Object()).toArray();

    Gatekeeper(SignInLimit limit, VerifiedPasswords verified, Clock clock, AgroalDataSource database) {
        this.limit = limit;
        this.verified = verified;
        this.clock = clock;
        this.database = database;
        this.sessions = new Together<>("sessions", this::readmit, SESSIONS);
    }

    /**
     * Lets in by name and password.
     *
     * @param origin the caller's network address, which has a limit of failed attempts of its own
     * @return empty when the name is unknown or the password wrong
     * @throws AccountDisabledException when the password is right and the account disabled
     * @throws TooManyAttemptsException when there were too many failed attempts of late
     */
    @ActivateRequestContext
    public Optional<Visitor> admit(String name, String password, String origin) {
        Candidate candidate = QuarkusTransaction.requiringNew().call(() -> Candidate.named(name));
        // A script that starts with many calls at once has one of them checked, while the others wait for that.
        Object lock = locks[Math.floorMod(31 * Names.key(name).hashCode() + origin.hashCode(), LOCKS)];
        if (!wasVerified(candidate, password)) {
            synchronized (lock) {
                if (!wasVerified(candidate, password) && !verify(candidate, name, password, origin)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.ofNullable(candidate.visitor());
    }

    private boolean wasVerified(Candidate candidate, String password) {
        return candidate.visitor() != null
                && candidate.passwordHash() != null
                && verified.contain(password, candidate.passwordHash());
    }

    // Takes as long for a name that nobody has, and holds no database connection meanwhile.
    private boolean verify(Candidate candidate, String name, String password, String origin) {
        limit.begin(name, origin);
        boolean right = Passwords.matches(password, candidate.passwordHash());
        if (!right || candidate.passwordHash() == null) {
            return false;
        }
        if (candidate.visitor() == null) {
            throw new AccountDisabledException();
        }
        limit.succeeded(name, origin);
        verified.add(password, candidate.passwordHash());
        return true;
    }

    /** Who may be behind a name: no visitor when there is no such account or it is disabled. */
    private record Candidate(
            @Nullable Visitor visitor, @Nullable String passwordHash) {
        static Candidate named(String name) {
            return Account.findByName(name)
                    .map(account -> new Candidate(
                            account.isDisabled() ? null : Visitor.of(account, account.role), account.passwordHash))
                    .orElse(new Candidate(null, null));
        }
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

    /**
     * Lets in by a sign-in link that was not revoked.
     *
     * @throws AccountDisabledException when its rater is disabled
     */
    @Transactional
    @ActivateRequestContext
    public Optional<Visitor> admitLink(String key) {
        return open(key).map(link -> {
            link.lastUsedAt = clock.instant();
            return Visitor.of(link.account, link.account.role);
        });
    }

    /**
     * Whose link it is, without letting anybody in; empty when it lets nobody in.
     *
     * @throws AccountDisabledException when its rater is disabled
     */
    @Transactional
    @ActivateRequestContext
    public Optional<String> nameBehindLink(String key) {
        return open(key).map(link -> link.account.name);
    }

    private static Optional<SignInLink> open(String key) {
        Optional<SignInLink> link = SignInLink.findOpen(key);
        if (link.isPresent() && link.get().account.isDisabled()) {
            throw new AccountDisabledException();
        }
        return link;
    }

    // To the minute, so that a busy script does not write the same row with every call.
    private void noteUse(ApiToken token) {
        Instant now = clock.instant();
        if (token.lastUsedAt == null || token.lastUsedAt.plus(USE_PRECISION).isBefore(now)) {
            token.lastUsedAt = now;
        }
    }

    /**
     * Lets a session go on, unless the account has been disabled or its sessions were ended. Every request of somebody who is signed in
     * comes through here: those that come at the same time are looked up together, by one statement without a transaction that begins after they came. What follows runs as {@link Together#ask} says.
     */
    public CompletableFuture<Readmission> readmit(UUID accountId, int sessionEpoch) {
        return sessions.ask(new Session(accountId, sessionEpoch));
    }

    /**
     * What became of a session.
     *
     * @param visitor whose it is; null when it does not go on
     * @param disabled whether that is because the account is disabled
     */
    public record Readmission(@Nullable Visitor visitor, boolean disabled) {
        static final Readmission NONE = new Readmission(null, false);
    }

    private record Session(UUID accountId, int epoch) {}

    private List<Readmission> readmit(List<Session> asked) {
        List<Readmission> visitors = new ArrayList<>(Collections.nCopies(asked.size(), Readmission.NONE));
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select asked.n, account.name, account.role, account.disabled_at is not null as disabled
                        from unnest(?::uuid[], ?::int[]) with ordinality as asked (id, epoch, n)
                             join account on account.id = asked.id
                                  and (account.session_epoch = asked.epoch or account.disabled_at is not null)""")) {
            Object[] ids = asked.stream().map(Session::accountId).toArray();
            Object[] epochs = asked.stream().map(Session::epoch).toArray();
            select.setArray(1, connection.createArrayOf("uuid", ids));
            select.setArray(2, connection.createArrayOf("int4", epochs));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    int place = row.getInt("n") - 1;
                    Session session = asked.get(place);
                    Role role = Role.valueOf(row.getString("role"));
                    boolean disabled = row.getBoolean("disabled");
                    Visitor visitor = new Visitor(session.accountId(), row.getString("name"), role, session.epoch());
                    visitors.set(place, new Readmission(disabled ? null : visitor, disabled));
                }
            }
            return visitors;
        } catch (SQLException e) {
            throw new PersistenceException("cannot look accounts up", e);
        }
    }
}
