package org.kukai.correction;

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
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Account;

/** All haiku scored anew, once: how far it is and what it has changed. {@link Rescorings} orders it. */
@Entity
public class Rescoring extends PanacheEntityBase {
    /** Where it stands. */
    public enum Status {
        RUNNING,
        COMPLETED,
        FAILED;

        public String spelled() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    @Enumerated(EnumType.STRING)
    public Status status;

    /** Why it failed. */
    public @Nullable String statusReason;

    /** The version by which it scores. */
    public String scorer;

    @Nullable
    UUID reached;

    /** How many haiku there were when it began. */
    public long planned;

    /** How many it has looked at. */
    public long seen;

    /** How many have a better score now, or became strict with the same one. */
    public long up;

    /** How many have a worse one. */
    public long down;

    /** How many were left alone, because this version would take another text from the answer. */
    public long kept;

    @ManyToOne
    @JoinColumn(name = "ordered_by")
    public Account orderedBy;

    public Instant orderedAt;
    public @Nullable Instant finishedAt;

    /** For Hibernate. */
    protected Rescoring() {}

    static Rescoring order(String scorer, long planned, UUID by, Instant now) {
        Rescoring fresh = new Rescoring();
        fresh.status = Status.RUNNING;
        fresh.scorer = scorer;
        fresh.planned = planned;
        fresh.orderedBy = getEntityManager().getReference(Account.class, by);
        fresh.orderedAt = now;
        fresh.persistAndFlush();
        return fresh;
    }

    /** The one of that id; a {@link RefusedException} when there is none. */
    public static Rescoring byId(UUID id) {
        return Rescoring.<Rescoring>findByIdOptional(id)
                .orElseThrow(
                        () -> new RefusedException(RefusedException.Kind.UNKNOWN, "There is no rescoring " + id + "."));
    }

    /** The one at work; nobody else goes on with it before this transaction has ended. */
    static Optional<Rescoring> lockRunning(UUID id) {
        // The row alone and before it is read: read together with its account, it would be locked too late.
        boolean there = !getEntityManager()
                .createNativeQuery("select id from rescoring where id = ?1 and status = 'RUNNING' for update")
                .setParameter(1, id)
                .getResultList()
                .isEmpty();
        return there ? findByIdOptional(id) : Optional.empty();
    }

    static Optional<Rescoring> running() {
        return find("status", Status.RUNNING).firstResultOptional();
    }

    public static List<Rescoring> newestFirst(int offset, int limit) {
        return Rescoring.<Rescoring>find("order by id desc")
                .range(offset, offset + limit - 1)
                .list();
    }

    public boolean isRunning() {
        return status == Status.RUNNING;
    }

    /** From 0 to 100; haiku that came since it began do not make it more. */
    public long percent() {
        return planned == 0 ? (isRunning() ? 0 : 100) : Math.min(100, 100 * seen / planned);
    }

    /** The counter has changed under it: what was scored so far is scored once more. */
    void beginAgain(String version, long haiku) {
        scorer = version;
        reached = null;
        planned = haiku;
        seen = 0;
        kept = 0;
    }

    void passed(UUID last, int haiku, Change change) {
        reached = last;
        seen += haiku;
        up += change.up();
        down += change.down();
        kept += change.kept();
    }

    void complete(Instant now) {
        status = Status.COMPLETED;
        finishedAt = now;
    }

    void fail(String reason, Instant now) {
        status = Status.FAILED;
        statusReason = reason;
        finishedAt = now;
    }

    /** What became of some haiku. */
    record Change(int up, int down, int kept) {}
}
