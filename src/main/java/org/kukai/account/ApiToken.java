package org.kukai.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/** Lets a script act for an account, with a role no higher than the account has at the time of the call. */
@Entity
public class ApiToken extends PanacheEntityBase {
    private static final int NAME_LIMIT = 100;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    @ManyToOne
    @JoinColumn(name = "account_id")
    Account account;

    public String name;
    String tokenHash;

    @Enumerated(EnumType.STRING)
    public Role role;

    public Instant createdAt;
    public @Nullable Instant lastUsedAt;
    public @Nullable Instant revokedAt;

    /** For Hibernate. */
    protected ApiToken() {}

    /** A new token and its text, which is nowhere kept. */
    public record Issued(ApiToken token, String text) {}

    /**
     * Makes a token.
     *
     * @param role of the token
     * @throws RefusedException when the name is empty or too long, or the role higher than that with which the owner came in
     */
    public static Issued issue(Visitor owner, Role role, String name, Instant now) {
        // A token makes no token that may do more than itself.
        if (role == Role.ADMIN && !owner.isAdmin()) {
            throw new RefusedException(
                    RefusedException.Kind.FORBIDDEN, "A token's role is no higher than that of who makes it.");
        }
        String trimmed = name.strip();
        if (trimmed.isEmpty() || trimmed.length() > NAME_LIMIT) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID, "A token's name has 1 to " + NAME_LIMIT + " characters.");
        }
        String text = "kukai_" + Secrets.fresh();
        ApiToken token = new ApiToken();
        token.account = Account.get(owner.accountId());
        token.name = trimmed;
        token.tokenHash = Secrets.hash(text);
        token.role = role;
        token.createdAt = now;
        token.persist();
        return new Issued(token, text);
    }

    /** The owner's valid tokens, newest first. */
    public static List<ApiToken> of(UUID ownerId) {
        return list("account.id = ?1 and revokedAt is null order by createdAt desc, id desc", ownerId);
    }

    static Optional<ApiToken> findValid(String text) {
        return find("tokenHash = ?1 and revokedAt is null", Secrets.hash(text)).firstResultOptional();
    }

    /**
     * The owner's own token that is still valid.
     *
     * @throws RefusedException when there is none
     */
    public static ApiToken getOwn(UUID id, UUID ownerId) {
        return ApiToken.<ApiToken>find("id = ?1 and account.id = ?2 and revokedAt is null", id, ownerId)
                .firstResultOptional()
                .orElseThrow(() -> new RefusedException(
                        RefusedException.Kind.UNKNOWN, "There is no such token; it may have been revoked."));
    }

    public void revoke(Instant now) {
        revokedAt = now;
    }

    Role effectiveRole() {
        return account.role == Role.ADMIN ? role : Role.RATER;
    }
}
