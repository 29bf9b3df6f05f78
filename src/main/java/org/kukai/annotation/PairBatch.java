package org.kukai.annotation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/** Some of a round's pairs: who asked for them, how they are chosen, and how many there came to be. */
@Entity
public class PairBatch extends PanacheEntityBase {
    /** So many take a few seconds. */
    private static final int SLICE = 25_000;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    UUID roundId;

    @Enumerated(EnumType.STRING)
    public Pairing pairing;

    List<String> models;
    public int wanted;
    /** How many pairs have been chosen, of a batch that is made in slices; null before that. */
    @Nullable
    Integer chosen;

    public int made;
    public Instant askedAt;
    UUID askedBy;
    /** Until then pairs are still being chosen. */
    public @Nullable Instant doneAt;

    /** For Hibernate. */
    protected PairBatch() {}

    static PairBatch ask(Round round, Pairing pairing, List<String> models, int wanted, UUID by, Instant now) {
        PairBatch batch = new PairBatch();
        batch.roundId = round.id;
        batch.pairing = pairing;
        batch.models = models;
        batch.wanted = wanted;
        batch.askedAt = now;
        batch.askedBy = by;
        batch.persist();
        return batch;
    }

    /**
     * Asks for more pairs, which {@link PairsJob} chooses; nobody is kept waiting meanwhile.
     *
     * @throws RefusedException when the round is closed, would get too many pairs, or is not active and asked for such pairs
     */
    static void add(Round round, Pairing pairing, List<String> models, int wanted, UUID by, Instant now) {
        round.lock();
        if (round.isClosed()) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT, "This round is closed. Reopen it, then add pairs.");
        }
        RoundRules.checkRange("The number of pairs to add", wanted, 1, RoundDraft.PAIRS_LIMIT - round.pairsWanted);
        if (pairing == Pairing.ACTIVE && round.pairing != Pairing.ACTIVE) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT,
                    "Only a round that was opened as active can get more active pairs. Choose another pairing.");
        }
        ask(round, pairing, RoundDraft.modelsFor(pairing, models), wanted, by, now);
        round.pairsWanted += wanted;
        round.growing = true;
        Settling.open(round);
    }

    /** All of a round, in the order in which they were asked for. */
    public static List<PairBatch> of(Round round) {
        return list("roundId = ?1 order by id", round.id);
    }

    /** The first that is not done, locked, so that one node at a time works on it. */
    static Optional<PairBatch> lockOpen(UUID roundId) {
        return PairBatch.<PairBatch>find("roundId = ?1 and doneAt is null order by id", roundId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    static boolean anyOpen(UUID roundId) {
        return count("roundId = ?1 and doneAt is null", roundId) > 0;
    }

    public boolean isOpen() {
        return doneAt == null;
    }

    /** Whether it is made slice by slice, so that {@link #made} tells how far it is. */
    public boolean isFilling() {
        return isOpen() && chosen != null;
    }

    /** Chooses all its pairs at once and returns how many there are. */
    int fill(Round round, Instant now) {
        made = PairSampler.fill(this, round, getEntityManager());
        doneAt = now;
        return made;
    }

    /** Does the next step of a large batch, first to choose its pairs and then to make some; returns how many were made. */
    int goOn(Round round, Instant now) {
        Integer all = chosen;
        if (all == null) {
            chosen = PairSampler.choose(this, round, getEntityManager());
            doneAt = chosen == 0 ? now : null;
            return 0;
        }
        int got = PairSampler.make(this, round, SLICE, getEntityManager());
        made += got;
        if (made >= all) {
            doneAt = now;
            getEntityManager()
                    .createNativeQuery("delete from pair_choice where batch_id = :batch")
                    .setParameter("batch", id)
                    .executeUpdate();
        }
        return got;
    }
}
