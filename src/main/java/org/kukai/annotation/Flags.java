package org.kukai.annotation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import org.kukai.RefusedException;

/** Lets raters flag the poems that they are shown, and take that back. They name a side, because they know no poem's id. */
@ApplicationScoped
public class Flags {
    private static final int NOTE_LIMIT = 500;

    private final Clock clock;

    Flags(Clock clock) {
        this.clock = clock;
    }

    /** A flag as its rater sees it. */
    public record Own(UUID id, String text, PoemFlag.Kind kind, String note, Instant flaggedAt) {}

    /**
     * Flags a poem of a pair that the rater was given, whether or not they have voted on it.
     *
     * @param side {@link Choice#LEFT} or {@link Choice#RIGHT}, as it was shown
     * @throws RefusedException when the assignment is not the rater's own, or the note is too long
     */
    @Transactional
    public UUID raise(UUID roundId, UUID raterId, UUID assignment, Choice side, PoemFlag.Kind kind, String note) {
        if (side != Choice.LEFT && side != Choice.RIGHT) {
            throw new RefusedException(RefusedException.Kind.INVALID, "Say which poem you mean: left or right.");
        }
        String kept = note.strip();
        WrittenText.refuseUnstorable("A note", kept);
        if (kept.codePointCount(0, kept.length()) > NOTE_LIMIT) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "A note has at most " + NOTE_LIMIT + " characters; make it shorter.");
        }
        // Whatever a rater does in a round takes turns, so that the same flag is not raised twice at once.
        Participation rater = Participation.lock(roundId, raterId).orElseThrow(() -> Voting.unknown(assignment));
        Assignment turn = Assignment.lockOwn(assignment, rater).orElseThrow(() -> Voting.unknown(assignment));
        Pair pair = Pair.findById(turn.pairId);
        boolean ofFirst = (side == Choice.LEFT) == turn.firstOnLeft;
        UUID haiku = ofFirst ? pair.firstId : pair.secondId;
        PoemFlag flag = PoemFlag.raise(turn, ofFirst, haiku, kind, kept, clock.instant());
        PoemFlag.getEntityManager().flush();
        return flag.id;
    }

    /**
     * Takes a flag back.
     *
     * @throws RefusedException when the rater has no such flag
     */
    @Transactional
    public void withdraw(UUID flagId, UUID raterId) {
        PoemFlag.<PoemFlag>find("id = ?1 and raterId = ?2 and withdrawnAt is null", flagId, raterId)
                .<PoemFlag>firstResultOptional()
                .orElseThrow(() ->
                        new RefusedException(RefusedException.Kind.UNKNOWN, "You have raised no flag " + flagId + "."))
                .withdraw(clock.instant());
    }

    /** What the rater has flagged in the round, the newest first. */
    @Transactional
    public List<Own> own(UUID roundId, UUID raterId) {
        return PoemFlag.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select f.id, coalesce(h.text, case when f.of_first then t.better else t.worse end),
                               f.kind, f.note, f.flagged_at
                        from poem_flag f join assignment a on a.id = f.assignment_id
                                         left join haiku h on h.id = f.haiku_id
                                         left join attention t on t.pair_id = a.pair_id
                        where f.rater_id = :rater and f.round_id = :round and f.withdrawn_at is null
                        order by f.flagged_at desc limit 100""", Object[].class)
                .setParameter("rater", raterId)
                .setParameter("round", roundId)
                .getResultStream()
                .map(row -> new Own(
                        (UUID) row[0],
                        (String) row[1],
                        PoemFlag.Kind.valueOf((String) row[2]),
                        (String) row[3],
                        (Instant) row[4]))
                .toList();
    }
}
