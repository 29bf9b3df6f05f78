package org.kukai.annotation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.Session;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Account;

/** A question put to raters about many pairs of haiku. */
@Entity
public class Round extends PanacheEntityBase {
    /**
     * While fewer pairs than this are unsettled, whoever settles one locks the round and looks whether it was the last. More
     * than the number of votes that can be in flight at once, over all nodes; few enough to count on the way.
     */
    private static final int FEW = 500;

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
    /** How many votes beyond the usual a pair may get while no answer leads. */
    public int moreVotes;
    /** Whether a pair is settled as soon as the votes that it lacks cannot change which answer leads. */
    public boolean settleEarly;

    public @Nullable Integer votesPerRater;
    /** In the days of UTC. */
    public @Nullable Integer votesPerDay;

    public int parts;
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
        Round round = new Round();
        round.name = draft.name();
        round.question = draft.question();
        round.guidelines = draft.guidelines();
        round.guidelinesVersion = 1;
        round.pairing = draft.pairing();
        round.models = draft.models();
        round.votesPerPair = draft.votesPerPair();
        round.parts = 1;
        round.pairsWanted = draft.pairs();
        round.repeatGap = USUAL_REPEAT_GAP;
        round.status = Status.OPEN;
        round.createdAt = now;
        round.createdBy = by.id;
        round.persistAndFlush();
        Guidelines.keep(round, by.id, now);
        round.pairs = PairSampler.fill(round, getEntityManager());
        if (round.pairs == 0) {
            throw new NoPairsException(draft.pairing(), draft.models());
        }
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

    /** One page of all rounds; the first page is 1. */
    public static List<Round> newestFirst(int page, int size) {
        return Round.<Round>find("order by id desc").page(page - 1, size).list();
    }

    /** The rounds that take votes, newest first. */
    public static List<Round> taking() {
        return list("status = ?1 order by id desc", Status.OPEN);
    }

    /** The names of the models whose haiku can be paired. */
    public static List<String> writers() {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("select distinct model from authorship order by model", String.class)
                .getResultList();
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    public boolean isClosed() {
        return status == Status.CLOSED;
    }

    /** The votes that the round has when every pair is settled. */
    public long votesWanted() {
        return (long) pairs * votesPerPair;
    }

    /** Ends the voting; {@link #reopen} takes it back. */
    public void close(Account by, Instant now) {
        if (isClosed()) {
            throw new RefusedException(RefusedException.Kind.CONFLICT, "This round is closed already.");
        }
        status = Status.CLOSED;
        closedAt = now;
        closedBy = by.id;
    }

    /** Lets raters go on where they were. */
    public void reopen() {
        if (!isClosed()) {
            throw new RefusedException(RefusedException.Kind.CONFLICT, "This round is not closed.");
        }
        status = Pair.unsettled(id, 1) == 0 ? Status.SETTLED : Status.OPEN;
        closedAt = null;
        closedBy = null;
    }

    /** Marks the round as settled if its last pair is; called after a pair has been settled, in the same transaction. */
    void settleIfDone() {
        getEntityManager().flush();
        if (Pair.unsettled(id, FEW) == FEW) {
            return;
        }
        getEntityManager().refresh(this, LockModeType.PESSIMISTIC_WRITE);
        if (isOpen() && Pair.unsettled(id, 1) == 0) {
            status = Status.SETTLED;
        }
    }

    /** Takes the mark back when a pair has lost a vote. */
    void unsettle() {
        getEntityManager().refresh(this, LockModeType.PESSIMISTIC_WRITE);
        if (status == Status.SETTLED) {
            status = Status.OPEN;
        }
    }
}
