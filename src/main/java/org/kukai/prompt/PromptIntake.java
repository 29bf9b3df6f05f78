package org.kukai.prompt;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/**
 * Takes in many prompts at once: all good rows or, when the rows themselves cannot be read to their end, none. Rows are
 * pulled and stored batch by batch, so a million need no more memory than a thousand.
 */
@ApplicationScoped
public class PromptIntake {
    private static final int BATCH = 1_000;
    private static final int TIMEOUT_SECONDS = 600;

    /** One intake at a time: two that hold the same prompts in another order would wait for each other for ever. */
    public static final String LOCK = "select pg_advisory_xact_lock(hashtext('prompt intake'))";

    private static final String INSERT = """
            insert into prompt (id, text, text_key, split, topic, source, created_at)
            select uuid7(), text, key, split, topic, ?, ?
            from unnest(?, ?, ?, ?) as row (text, key, split, topic)
            on conflict (text_key) do nothing
            """;

    private final DataSource database;
    private final Clock clock;

    PromptIntake(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Takes in texts that are already at hand, in a transaction of its own. */
    public Intake addTexts(List<String> texts, Optional<Split> split, String source) {
        Iterator<Row> rows = IntStream.range(0, texts.size())
                .<Row>mapToObj(i -> new Row.Text(i, 0, texts.get(i), null))
                .iterator();
        return add(rows, split, source);
    }

    /**
     * Takes in the rows, in a transaction of its own; whatever the iterator throws undoes it and is passed on.
     *
     * @param split null in no row: empty lets {@link Split} draw one for each
     * @param source where they came from, in a word or two for people
     */
    public Intake add(Iterator<Row> rows, Optional<Split> split, String source) {
        return QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement lock = connection.prepareStatement(LOCK);
                    PreparedStatement insert = connection.prepareStatement(INSERT)) {
                lock.execute();
                Batches batches = new Batches(connection, insert, split, source);
                rows.forEachRemaining(batches::take);
                return batches.finish();
            }
        });
    }

    private final class Batches {
        private final Connection connection;
        private final PreparedStatement insert;
        private final Optional<Split> split;
        private final String source;

        private final List<Stored> batch = new ArrayList<>(BATCH);
        private final List<Intake.Rejection> rejections = new ArrayList<>();
        private int added;
        private int duplicates;
        private int rejected;

        Batches(Connection connection, PreparedStatement insert, Optional<Split> split, String source) {
            this.connection = connection;
            this.insert = insert;
            this.split = split;
            this.source = source;
        }

        void take(Row row) {
            switch (row) {
                case Row.Broken broken -> reject(row, broken.detail());
                case Row.Text text -> {
                    try {
                        store(text);
                    } catch (RefusedException refusal) {
                        reject(row, refusal.getMessage());
                    }
                }
            }
        }

        private void store(Row.Text row) {
            Wording wording = Wording.of(row.text());
            String decisive = row.topic() == null ? wording.text() : row.topic();
            batch.add(new Stored(wording, split.orElseGet(() -> Split.drawnFor(decisive)), row.topic()));
            if (batch.size() == BATCH) {
                flush();
            }
        }

        private void reject(Row row, String detail) {
            rejected++;
            if (rejections.size() < Intake.REJECTIONS_KEPT) {
                rejections.add(new Intake.Rejection(row.index(), row.line(), detail));
            }
        }

        private void flush() {
            try {
                insert.setString(1, source);
                insert.setObject(2, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
                insert.setArray(3, array(batch.stream().map(s -> s.wording().text())));
                insert.setArray(4, array(batch.stream().map(s -> s.wording().key())));
                insert.setArray(5, array(batch.stream().map(s -> s.split().name())));
                insert.setArray(6, array(batch.stream().map(Stored::topic)));
                int fresh = insert.executeUpdate();
                added += fresh;
                duplicates += batch.size() - fresh;
                batch.clear();
            } catch (SQLException e) {
                throw new IllegalStateException("cannot store " + batch.size() + " prompts", e);
            }
        }

        private Array array(Stream<? extends @Nullable Object> values) throws SQLException {
            return connection.createArrayOf("text", values.toArray());
        }

        Intake finish() {
            if (!batch.isEmpty()) {
                flush();
            }
            return new Intake(added, duplicates, rejected, rejections);
        }
    }

    private record Stored(
            Wording wording, Split split, @Nullable String topic) {}
}
