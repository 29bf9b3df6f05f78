package org.kukai.annotation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What a rater has said in a round, for that rater: the pairs as they were shown, and nothing of anybody else. */
@ApplicationScoped
public class OwnVotes {
    private final EntityManager database;
    private final Clock clock;
    private final Duration undoWindow;

    OwnVotes(
            EntityManager database,
            Clock clock,
            @ConfigProperty(name = "kukai.annotation.undo-window") Duration undoWindow) {
        this.database = database;
        this.clock = clock;
        this.undoWindow = undoWindow;
    }

    /**
     * One vote.
     *
     * @param changeable whether another choice, or remarks, would still be taken
     */
    public record Own(
            UUID assignment,
            String prompt,
            String left,
            String right,
            Choice choice,
            @Nullable Strength strength,
            List<String> reasons,
            String comment,
            Instant castAt,
            boolean changeable) {}

    /**
     * What a rater has done in a round.
     *
     * @param seconds spent on pairs, those over five minutes counted as five
     */
    public record Sum(int votes, int skips, int comments, int flags, long seconds) {
        public long minutes() {
            return Math.ceilDiv(seconds, 60);
        }
    }

    /** The rater's last votes in the round, the newest first; one page, the first is 1. */
    @Transactional
    public List<Own> last(UUID roundId, UUID raterId, int page, int size) {
        boolean closed = Round.get(roundId).isClosed();
        Instant since = clock.instant().minus(undoWindow);
        return database.unwrap(Session.class)
                .createNativeQuery("""
                        select v.assignment_id, coalesce(q.text, t.prompt) as prompt, v.choice, v.strength, v.reasons, v.comment, v.cast_at,
                               v.disclosed_at is not null as disclosed, a.first_on_left,
                               coalesce(one.text, t.better) as first, coalesce(other.text, t.worse) as second
                        from vote v join assignment a on a.id = v.assignment_id
                                    join pair p on p.id = v.pair_id
                                    left join attention t on t.pair_id = p.id
                                    left join prompt q on q.id = p.prompt_id
                                    left join haiku one on one.id = p.first_id
                                    left join haiku other on other.id = p.second_id
                        where v.round_id = :round and v.rater_id = :rater
                        order by v.cast_at desc, v.assignment_id desc limit :size offset :offset""", Tuple.class)
                .setParameter("round", roundId)
                .setParameter("rater", raterId)
                .setParameter("size", size)
                .setParameter("offset", (page - 1) * size)
                .getResultStream()
                .map(row -> own(row, closed, since))
                .toList();
    }

    private static Own own(Tuple row, boolean closed, Instant since) {
        boolean straight = row.get("first_on_left", Boolean.class);
        String strength = row.get("strength", String.class);
        String comment = row.get("comment", String.class);
        Instant castAt = row.get("cast_at", Instant.class);
        return new Own(
                row.get("assignment_id", UUID.class),
                row.get("prompt", String.class),
                row.get(straight ? "first" : "second", String.class),
                row.get(straight ? "second" : "first", String.class),
                Choice.valueOf(row.get("choice", String.class)),
                strength == null ? null : Strength.valueOf(strength),
                List.of(row.get("reasons", String[].class)),
                comment == null ? "" : comment,
                castAt,
                !closed && !row.get("disclosed", Boolean.class) && !castAt.isBefore(since));
    }

    @Transactional
    public Sum sum(UUID roundId, UUID raterId) {
        Tuple row = (Tuple) database.createNativeQuery("""
                        select count(*) filter (where choice <> 'SKIP') as votes, count(*) filter (where choice = 'SKIP') as skips,
                               count(comment) as comments, coalesce(sum(least(millis, 300000)), 0) / 1000 as seconds,
                               (select count(*) from poem_flag f where f.round_id = :round and f.rater_id = :rater
                                    and f.withdrawn_at is null) as flags
                        from vote where round_id = :round and rater_id = :rater""", Tuple.class)
                .setParameter("round", roundId)
                .setParameter("rater", raterId)
                .getSingleResult();
        return new Sum(
                number(row, "votes"),
                number(row, "skips"),
                number(row, "comments"),
                number(row, "flags"),
                number(row, "seconds"));
    }

    private static int number(Tuple row, String name) {
        return ((Number) row.get(name)).intValue();
    }
}
