package org.kukai.annotation;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.kukai.RefusedException;

/**
 * Lets a rater look behind a pair after the vote. What they see then may tell which poem has the form, so the vote stands from
 * that moment: it can neither be changed nor undone.
 */
@ApplicationScoped
public class Disclosures {
    private final EntityManager database;
    private final Clock clock;

    Disclosures(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The rater's last turn in the round, when it was a vote and no skip. */
    @Transactional
    public Optional<UUID> lastVoted(UUID round, UUID rater) {
        return Participation.of(round, rater)
                .flatMap(Vote::lastOf)
                .filter(vote -> vote.choice != Choice.SKIP)
                .map(vote -> vote.assignmentId);
    }

    /**
     * The texts of a pair that the rater has voted on; nothing changes.
     *
     * @throws RefusedException when the rater has no such vote
     */
    @Transactional
    public VotedPair look(UUID assignment, UUID rater) {
        return pair(vote(assignment, rater));
    }

    /**
     * The same for more than the texts: the vote stands from now on.
     *
     * @throws RefusedException when the rater has no such vote
     */
    @Transactional
    public VotedPair disclose(UUID assignment, UUID rater) {
        Vote seen = vote(assignment, rater);
        // Whatever a rater does in a round takes turns; the vote may have been undone meanwhile.
        if (Participation.lock(seen.roundId, rater).isEmpty()) {
            throw new IllegalStateException("a vote without its rater's participation: " + assignment);
        }
        database.detach(seen);
        Vote vote = vote(assignment, rater);
        vote.disclose(clock.instant());
        return pair(vote);
    }

    private static Vote vote(UUID assignment, UUID rater) {
        Vote vote = Vote.<Vote>find("assignmentId = ?1 and raterId = ?2", assignment, rater)
                .<Vote>firstResultOptional()
                .orElseThrow(() -> new RefusedException(
                        RefusedException.Kind.UNKNOWN, "You have no vote on an assignment " + assignment + "."));
        if (vote.choice == Choice.SKIP) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT,
                    "You skipped this pair. Words are shown once you have voted on it.");
        }
        return vote;
    }

    private VotedPair pair(Vote vote) {
        Tuple row = (Tuple) database.createNativeQuery("""
                        select a.first_on_left as straight, p.first_id as one, coalesce(one.text, t.better) as first,
                               p.second_id as other, coalesce(other.text, t.worse) as second
                        from assignment a join pair p on p.id = a.pair_id
                                          left join haiku one on one.id = p.first_id
                                          left join haiku other on other.id = p.second_id
                                          left join attention t on t.pair_id = p.id
                        where a.id = :assignment""", Tuple.class)
                .setParameter("assignment", vote.assignmentId)
                .getSingleResult();
        boolean straight = row.get("straight", Boolean.class);
        return new VotedPair(
                vote.assignmentId,
                vote.roundId,
                vote.isDisclosed(),
                row.get(straight ? "one" : "other", UUID.class),
                row.get(straight ? "first" : "second", String.class),
                row.get(straight ? "other" : "one", UUID.class),
                row.get(straight ? "second" : "first", String.class));
    }
}
