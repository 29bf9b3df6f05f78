package org.kukai.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/**
 * A link by which a number of people make accounts of their own, until it expires or is revoked. It may name a round to go
 * on to. {@link Reception} takes in who comes with it.
 */
@Entity
public class Invitation extends PanacheEntityBase {
    public static final int MOST_USES = 10_000;
    public static final Duration USUAL_TIME = Duration.ofDays(14);
    public static final Duration LONGEST_TIME = Duration.ofDays(365);

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    String keyHash;

    @Enumerated(EnumType.STRING)
    public Role role;

    public int uses;
    public int used;
    public @Nullable UUID roundId;
    public Instant expiresAt;
    public Instant createdAt;

    @ManyToOne
    @JoinColumn(name = "created_by")
    public Account createdBy;

    public @Nullable Instant revokedAt;

    /** For Hibernate. */
    protected Invitation() {}

    /** A new invitation and its key, which is nowhere kept: the link can be shown now and never again. */
    public record Issued(Invitation invitation, String key) {
        /** The path of the page where people join. */
        public String path() {
            return "/join/" + key;
        }
    }

    /**
     * Makes an invitation.
     *
     * @param uses how many people may come by it
     * @param lasting how long from now
     * @param roundId the round that people are sent on to, or null
     * @throws RefusedException when the number, the time or the round is not possible
     */
    public static Issued issue(Account by, Role role, int uses, Duration lasting, @Nullable UUID roundId, Instant now) {
        if (uses < 1 || uses > MOST_USES) {
            throw invalid("An invitation is for 1 to " + MOST_USES + " people; this one is for " + uses + ".");
        }
        if (!lasting.isPositive() || lasting.compareTo(LONGEST_TIME) > 0) {
            throw invalid("An invitation lasts 1 to " + LONGEST_TIME.toDays() + " days; this one lasts "
                    + lasting.toDays() + ".");
        }
        String key = Secrets.fresh();
        Invitation invitation = new Invitation();
        invitation.keyHash = Secrets.hash(key);
        invitation.role = role;
        invitation.uses = uses;
        invitation.roundId = roundId;
        invitation.expiresAt = now.plus(lasting);
        invitation.createdAt = now;
        invitation.createdBy = by;
        invitation.save();
        return new Issued(invitation, key);
    }

    /** The invitation that still lets somebody in. */
    public static Optional<Invitation> findOpen(String key, Instant now) {
        return find("keyHash = ?1 and revokedAt is null and used < uses and expiresAt > ?2", Secrets.hash(key), now)
                .firstResultOptional();
    }

    /** One page of all invitations; the first page is 1. */
    public static List<Invitation> newestFirst(int page, int size) {
        return find("from Invitation i join fetch i.createdBy order by i.createdAt desc, i.id desc")
                .page(page - 1, size)
                .list();
    }

    /**
     * The invitation with this identifier.
     *
     * @throws RefusedException when there is none
     */
    public static Invitation get(UUID id) {
        return Invitation.<Invitation>findByIdOptional(id)
                .orElseThrow(() ->
                        new RefusedException(RefusedException.Kind.UNKNOWN, "There is no invitation " + id + "."));
    }

    /**
     * Takes one use, or says that there is none left to take. The database decides, so that however many come at once, no
     * more get in than were invited.
     */
    static boolean take(String key, Instant now) {
        return update(
                        "used = used + 1 where keyHash = ?1 and revokedAt is null and used < uses and expiresAt > ?2",
                        Secrets.hash(key),
                        now)
                == 1;
    }

    /** Lets nobody in any more; accounts that were made by it stay. */
    public void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    public int usesLeft() {
        return uses - used;
    }

    public State state(Instant now) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        if (used >= uses) {
            return State.USED_UP;
        }
        return expiresAt.isAfter(now) ? State.OPEN : State.EXPIRED;
    }

    /** Whether an invitation still lets people in, and if not, why. */
    public enum State {
        OPEN,
        USED_UP,
        EXPIRED,
        REVOKED;

        /** As the API and pages spell it. */
        public String spelled() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    // Rounds are another room's; that one exists is for the database to say.
    private void save() {
        try {
            persistAndFlush();
        } catch (ConstraintViolationException e) {
            if ("invitation_round".equals(e.getConstraintName())) {
                throw new RefusedException(RefusedException.Kind.UNKNOWN, "There is no round " + roundId + ".");
            }
            throw e;
        }
    }

    private static RefusedException invalid(String why) {
        return new RefusedException(RefusedException.Kind.INVALID, why);
    }
}
