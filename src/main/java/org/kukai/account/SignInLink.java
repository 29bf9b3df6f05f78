package org.kukai.account;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/** A link of a rater's own that signs in without a password, as often as they like, until it is revoked or renewed. */
@Entity
public class SignInLink extends PanacheEntityBase {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @ManyToOne
    @JoinColumn(name = "account_id")
    Account account;

    String keyHash;
    Instant createdAt;
    UUID createdBy;

    @Nullable
    Instant lastUsedAt;

    @Nullable
    Instant revokedAt;

    /** For Hibernate. */
    protected SignInLink() {}

    /**
     * Makes a rater's link and ends the one before.
     *
     * @return the path of the page that signs in: it holds the key, which is nowhere kept
     * @throws RefusedException when the account is an admin's
     */
    public static String issue(Account account, Account by, Instant now) {
        if (account.role != Role.RATER) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT, "Sign-in links are for raters; an admin signs in with a password.");
        }
        revoke(account, now);
        String key = Secrets.fresh();
        SignInLink link = new SignInLink();
        link.account = account;
        link.keyHash = Secrets.hash(key);
        link.createdAt = now;
        link.createdBy = by.id;
        link.persistAndFlush();
        return "/sign-in/" + key;
    }

    /** Ends the rater's link, if there is one; true if there was. Sessions that it opened go on. */
    public static boolean revoke(Account account, Instant now) {
        getEntityManager().lock(account, LockModeType.PESSIMISTIC_WRITE);
        return update("revokedAt = ?1 where account = ?2 and revokedAt is null", now, account) > 0;
    }

    /** Whether the rater has a link that still signs in. */
    public static boolean existsFor(UUID accountId) {
        return count("account.id = ?1 and revokedAt is null", accountId) > 0;
    }

    /** The link with the key, if it was not revoked; its rater may be disabled. */
    static Optional<SignInLink> findOpen(String key) {
        return SignInLink.<SignInLink>find(
                        "from SignInLink l join fetch l.account where l.keyHash = ?1 and l.revokedAt is null",
                        Secrets.hash(key))
                .<SignInLink>firstResultOptional()
                .filter(link -> link.account.role == Role.RATER);
    }
}
