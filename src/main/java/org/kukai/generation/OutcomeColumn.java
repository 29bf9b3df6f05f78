package org.kukai.generation;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.kukai.haiku.Fingerprint;
import org.kukai.haiku.Verdict;

/** A column in which {@link Ledger} hands outcomes to the database. */
record OutcomeColumn(String type, Function<Outcome, @Nullable Object> value) {
    /** In the order of its statement. */
    static final List<OutcomeColumn> ALL = List.of(
            new OutcomeColumn("uuid", o -> o.claim().attempt()),
            new OutcomeColumn("uuid", o -> o.claim().promptId()),
            new OutcomeColumn("int2", o -> o.claim().place()),
            new OutcomeColumn("int4", o -> o.claim().sample()),
            new OutcomeColumn("bool", o -> o.claim().block() == null),
            new OutcomeColumn("int2", Outcome::calls),
            new OutcomeColumn("text", o -> o.state().name()),
            new OutcomeColumn("text", Outcome::reason),
            new OutcomeColumn("int8", o -> o.pause() == null ? null : o.pause().toMillis()),
            new OutcomeColumn("int4", o -> o.answer().slowdowns()),
            new OutcomeColumn("text", o -> o.answer().raw()),
            new OutcomeColumn("text", o -> o.answer().finishReason()),
            new OutcomeColumn("text", o -> o.answer().requestId()),
            new OutcomeColumn("int4", o -> o.answer().latencyMillis()),
            new OutcomeColumn("int4", o -> o.answer().promptTokens()),
            new OutcomeColumn("int4", o -> o.answer().completionTokens()),
            new OutcomeColumn("text", o -> o.answer().countNote()),
            new OutcomeColumn("uuid", Outcome::haikuId),
            new OutcomeColumn("text", ofVerdict(Verdict::text)),
            new OutcomeColumn("int2", ofVerdict(Verdict::score)),
            new OutcomeColumn("bool", ofVerdict(Verdict::strict575)),
            new OutcomeColumn("bool", ofVerdict(Verdict::chatter)),
            new OutcomeColumn("text", ofVerdict(Verdict::problem)),
            new OutcomeColumn("text", ofVerdict(verdict -> Fingerprint.of(verdict.text()))),
            new OutcomeColumn("text", Outcome::scorer));

    Array of(Connection connection, List<Outcome> outcomes) throws SQLException {
        return connection.createArrayOf(type, outcomes.stream().map(value).toArray());
    }

    private static Function<Outcome, @Nullable Object> ofVerdict(Function<Verdict, @Nullable Object> part) {
        return outcome -> outcome.verdict() == null ? null : part.apply(outcome.verdict());
    }
}
