package org.kukai.annotation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.jspecify.annotations.Nullable;

/** What a rater said of a pair. */
@Entity
public class Vote extends PanacheEntityBase {
    @Id
    UUID assignmentId;

    UUID roundId;
    UUID pairId;
    UUID raterId;

    @Enumerated(EnumType.STRING)
    TurnKind kind;

    @Enumerated(EnumType.STRING)
    public Choice choice;

    public Instant castAt;

    @Nullable
    Instant changedAt;

    /** When its rater saw how words are counted; from then on it stands. */
    @Nullable
    Instant disclosedAt;

    /** How long the rater looked at the pair; with breaks in between, if there were any. */
    int millis;

    @Enumerated(EnumType.STRING)
    public @Nullable Strength strength;

    /** Tags of the round. */
    public List<String> reasons = List.of();

    public @Nullable String comment;

    /** The guidelines that the rater had read last; null when none were shown. */
    @Nullable
    Integer guidelinesVersion;

    /** For Hibernate. */
    protected Vote() {}

    static Vote cast(Assignment turn, Participation rater, Answer answer, Instant now) {
        Vote vote = of(turn, rater, answer, now);
        vote.persist();
        return vote;
    }

    /** The same, to be stored by the caller. */
    static Vote of(Assignment turn, Participation rater, Answer answer, Instant now) {
        Vote vote = new Vote();
        vote.assignmentId = turn.id;
        vote.roundId = turn.roundId;
        vote.pairId = turn.pairId;
        vote.raterId = turn.raterId;
        vote.kind = turn.kind;
        vote.choice = answer.choice();
        vote.castAt = now;
        vote.millis = Voting.millis(turn, rater, answer, now);
        vote.guidelinesVersion = rater.guidelinesSeen == 0 ? null : rater.guidelinesSeen;
        vote.add(answer.remarks());
        return vote;
    }

    /** All votes of all rounds; skips and checks of raters not counted. */
    public static long countCast() {
        return count("choice <> ?1 and kind = ?2", Choice.SKIP, TurnKind.ASKED);
    }

    /** Votes of a round from a moment on, skips too. */
    static int countSince(UUID roundId, Instant since) {
        return (int) count("roundId = ?1 and castAt >= ?2", roundId, since);
    }

    /** Votes of a rater from a moment on that count; counting stops at the limit. */
    static int castSince(Participation rater, Instant since, int limit) {
        return ((Number) getEntityManager()
                        .createNativeQuery("""
                                select count(*) from (
                                    select 1 from vote where round_id = :round and rater_id = :rater and cast_at >= :since
                                    and choice <> 'SKIP' and kind = 'ASKED' limit :limit) given""")
                        .setParameter("round", rater.roundId)
                        .setParameter("rater", rater.raterId)
                        .setParameter("since", since)
                        .setParameter("limit", limit)
                        .getSingleResult())
                .intValue();
    }

    static Optional<Vote> of(Assignment turn) {
        return findByIdOptional(turn.id);
    }

    static Optional<Vote> lastOf(Participation rater) {
        return find("roundId = ?1 and raterId = ?2 order by castAt desc", rater.roundId, rater.raterId)
                .firstResultOptional();
    }

    boolean isDisclosed() {
        return disclosedAt != null;
    }

    void disclose(Instant now) {
        if (disclosedAt == null) {
            disclosedAt = now;
        }
    }

    /** Another choice: what was added to the former one goes with it. */
    void change(Choice fresh, Instant now) {
        choice = fresh;
        changedAt = now;
        strength = null;
        reasons = List.of();
        comment = null;
    }

    /** Adds what is said; what is not said stays. */
    void add(Remarks remarks) {
        strength = remarks.strength() == null ? strength : remarks.strength();
        reasons = remarks.reasons() == null ? reasons : remarks.reasons();
        if (remarks.comment() != null) {
            comment = remarks.comment().isEmpty() ? null : remarks.comment();
        }
    }

    boolean says(Remarks remarks) {
        return (remarks.strength() == null || remarks.strength() == strength)
                && (remarks.reasons() == null || remarks.reasons().equals(reasons))
                && (remarks.comment() == null || remarks.comment().equals(Objects.requireNonNullElse(comment, "")));
    }
}
