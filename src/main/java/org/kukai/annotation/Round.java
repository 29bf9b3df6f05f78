package org.kukai.annotation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Account;

/** A question put to raters about many pairs of haiku. */
@Entity
public class Round extends PanacheEntityBase {
    /** Turns between a pair and its repeat, when an admin says nothing else. */
    static final int USUAL_REPEAT_GAP = 10;

    /** What can be done with a round. */
    public enum Status {
        /** Takes votes. */
        OPEN,
        /** Gives no new pairs for now; whoever looks at one may still answer it. */
        PAUSED,
        /** Every pair has its votes; they can still be changed for a while. */
        SETTLED,
        /** An admin has ended it, whether or not all votes are there. */
        CLOSED;

        public String spelled() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    public String name;
    public String question;
    /** Markdown. */
    public String guidelines;

    /** Rises whenever the guidelines change. */
    public int guidelinesVersion;

    /** What raters may give as reasons. */
    public List<String> tags = List.of();

    @Enumerated(EnumType.STRING)
    public Pairing pairing;

    public List<String> models;
    public int votesPerPair;

    @Embedded
    public RoundRules rules = RoundRules.USUAL;

    /** Whether more pairs are on their way. */
    public boolean growing;

    public int pairsWanted;
    public int pairs;
    /** One turn in so many is an attention pair; 0 for none. */
    public int attentionEvery;
    /** One turn in so many repeats an earlier one; 0 for none. */
    public int repeatEvery;
    /** At least so many turns lie between a pair and its repeat. */
    public int repeatGap;

    @Enumerated(EnumType.STRING)
    public Status status;

    public Instant createdAt;
    UUID createdBy;
    /** Since when it is settled and others have been told so; it may have been closed since. */
    public @Nullable Instant settledAt;

    public @Nullable Instant pausedAt;

    @Nullable
    UUID pausedBy;

    public @Nullable Instant closedAt;

    @Nullable
    UUID closedBy;

    /** For Hibernate. */
    protected Round() {}

    /**
     * Opens a round and chooses its pairs: as many as asked for, or fewer when there are no more; {@link #pairs} tells.
     *
     * @throws NoPairsException when there is no pair at all; nothing is stored then
     */
    public static Round open(RoundDraft draft, Account by, Instant now) {
        Round round = announce(draft, by, now);
        PairBatch batch = PairBatch.lockOpen(round.id).orElseThrow();
        round.pairs = draft.pairing() == Pairing.ACTIVE
                ? ActivePairs.begin(batch, round, draft, now)
                : batch.fill(round, now);
        if (round.pairs == 0) {
            throw new NoPairsException(draft.pairing(), draft.models());
        }
        round.growing = batch.isOpen();
        return round;
    }

    /** Opens a round whose pairs are chosen later, by {@link PairsJob}. */
    static Round announce(RoundDraft draft, Account by, Instant now) {
        Round round = new Round();
        round.name = draft.name();
        round.question = draft.question();
        round.guidelines = draft.guidelines();
        round.guidelinesVersion = 1;
        round.pairing = draft.pairing();
        round.models = draft.models();
        round.votesPerPair = draft.votesPerPair();
        round.rules = draft.rules();
        round.growing = true;
        round.pairsWanted = draft.pairs();
        round.repeatGap = USUAL_REPEAT_GAP;
        round.status = Status.OPEN;
        round.createdAt = now;
        round.createdBy = by.id;
        round.persistAndFlush();
        Guidelines.keep(round, by.id, now);
        PairBatch.ask(round, round.pairing, round.models, round.pairsWanted, by.id, now);
        return round;
    }

    /**
     * The round of that id.
     *
     * @throws RefusedException of kind {@code UNKNOWN} when there is none
     */
    public static Round get(UUID id) {
        return Round.<Round>findByIdOptional(id)
                .orElseThrow(
                        () -> new RefusedException(RefusedException.Kind.UNKNOWN, "There is no round " + id + "."));
    }

    /** The rounds that take votes, newest first. */
    public static List<Round> taking() {
        return list("status = ?1 order by id desc", Status.OPEN);
    }

    /**
     * Says what raters may give as reasons. Votes keep the reasons that they have.
     *
     * @throws RefusedException when there are too many, or one is empty, too long, or there twice
     */
    public void offerTags(List<String> offered) {
        tags = Tags.check(offered);
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    public boolean isClosed() {
        return status == Status.CLOSED;
    }

    public boolean isPaused() {
        return status == Status.PAUSED;
    }

    Overlap overlap() {
        return new Overlap(votesPerPair, rules.moreVotes(), rules.settleEarly());
    }

    /** Gives no new pairs until {@link #resume}. */
    void pause(Account by, Instant now) {
        lock();
        if (!isOpen()) {
            throw conflict("Only an open round can be paused; this one is " + status.spelled() + ".");
        }
        status = Status.PAUSED;
        pausedAt = now;
        pausedBy = by.id;
    }

    void resume(Instant now) {
        lock();
        if (!isPaused()) {
            throw conflict("This round is not paused; it is " + status.spelled() + ".");
        }
        goOn(now);
    }

    /** Ends the voting; {@link #reopen} takes it back. */
    public void close(Account by, Instant now) {
        lock();
        if (isClosed()) {
            throw conflict("This round is closed already.");
        }
        status = Status.CLOSED;
        closedAt = now;
        closedBy = by.id;
    }

    /** Lets raters go on where they were. */
    public void reopen(Instant now) {
        lock();
        if (!isClosed()) {
            throw conflict("This round is not closed.");
        }
        goOn(now);
    }

    private void goOn(Instant now) {
        status = Status.OPEN;
        Settling.settleIfLast(this, now);
        pausedAt = null;
        pausedBy = null;
        closedAt = null;
        closedBy = null;
    }

    /** Takes in pairs that have been chosen. */
    void grow(int made) {
        lock();
        pairs += made;
        growing = PairBatch.anyOpen(id);
    }

    /** Takes the row as it is now; whoever changes it waits. */
    void lock() {
        getEntityManager().flush();
        getEntityManager().refresh(this, LockModeType.PESSIMISTIC_WRITE);
    }

    private static RefusedException conflict(String message) {
        return new RefusedException(RefusedException.Kind.CONFLICT, message);
    }
}
