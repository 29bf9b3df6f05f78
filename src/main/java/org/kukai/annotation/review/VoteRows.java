package org.kukai.annotation.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import jakarta.persistence.Tuple;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.kukai.annotation.Round;

/** Reads out all votes of a round in the order in which they were cast, through a cursor: a few hundred are in memory. */
public final class VoteRows {
    private static final int FETCHED_AT_ONCE = 500;
    private static final int LONGEST_SECONDS = 3_600;

    private static final String SQL = """
            with raters as (
                select p.rater_id, p.weight,
                       case when :names then a.name else 'rater-' || row_number() over (order by p.joined_at, p.id) end as rater
                from participation p join account a on a.id = p.rater_id where p.round_id = :round)
            select v.assignment_id, v.pair_id, lower(v.kind) as kind, r.rater, p.prompt_id, p.first_id, p.second_id, a.first_on_left,
                   lower(v.choice) as choice, lower(v.strength) as strength, v.reasons, v.comment, v.millis, v.cast_at, v.changed_at,
                   r.weight
            from vote v join assignment a on a.id = v.assignment_id join pair p on p.id = v.pair_id
                 join raters r on r.rater_id = v.rater_id
            where v.round_id = :round order by v.cast_at, v.assignment_id""";

    private VoteRows() {}

    /**
     * Hands over one vote after the other, all as of one moment.
     *
     * @param names whether raters are named; else they are numbered in the order in which they came to the round
     */
    public static void forEach(UUID round, boolean names, Consumer<VoteRow> use) {
        QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> {
            try (Stream<Tuple> rows = Round.getEntityManager()
                    .unwrap(Session.class)
                    .createNativeQuery(SQL, Tuple.class)
                    .setParameter("round", round)
                    .setParameter("names", names)
                    .setFetchSize(FETCHED_AT_ONCE)
                    .getResultStream()) {
                rows.map(VoteRows::row).forEach(use);
            }
        });
    }

    private static VoteRow row(Tuple row) {
        boolean firstOnLeft = row.get("first_on_left", Boolean.class);
        String choice = row.get("choice", String.class);
        String kind = row.get("kind", String.class);
        return new VoteRow(
                row.get("assignment_id", UUID.class),
                row.get("pair_id", UUID.class),
                kind,
                row.get("rater", String.class),
                row.get("prompt_id", UUID.class),
                row.get("first_id", UUID.class),
                row.get("second_id", UUID.class),
                firstOnLeft,
                choice,
                preferred(choice, firstOnLeft),
                kind.equals("attention") ? "first" : null,
                row.get("strength", String.class),
                List.of(row.get("reasons", String[].class)),
                row.get("comment", String.class),
                row.get("millis", Integer.class),
                row.get("cast_at", Instant.class),
                row.get("changed_at", Instant.class),
                row.get("weight", BigDecimal.class));
    }

    private static @Nullable String preferred(String choice, boolean firstOnLeft) {
        return switch (choice) {
            case "skip" -> null;
            case "left" -> firstOnLeft ? "first" : "second";
            case "right" -> firstOnLeft ? "second" : "first";
            default -> choice.toLowerCase(Locale.ROOT);
        };
    }
}
