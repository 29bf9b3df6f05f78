package org.kukai.dictionary;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import org.kukai.syllable.Syllables;

/**
 * The counter that knows the installation's own words. This node's changes are in it before the request that made them is
 * answered; those of other nodes are looked for every few seconds, by one number in one row.
 */
@ApplicationScoped
public class CurrentWords {
    private static final Logger LOG = Logger.getLogger(CurrentWords.class);
    private static final int PATIENCE_SECONDS = 10;
    private static final Duration HASTE = Duration.ofSeconds(1);

    private record State(long revision, Map<String, List<Integer>> words, Syllables syllables) {}

    private final AgroalDataSource database;
    private final Duration lookEvery;
    // A thread of its own, because a transaction that has just been committed still holds the connection of its thread.
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("dictionary").daemon().factory());
    private volatile State state = new State(-1, Map.of(), Syllables.english());

    CurrentWords(AgroalDataSource database, @ConfigProperty(name = "kukai.dictionary.look-every") Duration lookEvery) {
        this.database = database;
        this.lookEvery = lookEvery;
    }

    /** The counter as it stands now: immutable, so what needs counts that go together keeps it. */
    public Syllables syllables() {
        return state.syllables;
    }

    /**
     * The counter as it would be if a word had these counts.
     *
     * @param counts the usual one first; none is as if the word were taken back
     */
    public Syllables supposing(String word, List<Integer> counts) {
        Map<String, List<Integer>> supposed = new HashMap<>(state.words);
        if (counts.isEmpty()) {
            supposed.remove(word);
        } else {
            supposed.put(word, counts);
        }
        return Syllables.english().overriding(supposed);
    }

    /** After so long every node counts by a change. */
    public Duration untilEveryNodeKnows() {
        return lookEvery.multipliedBy(2).plus(HASTE);
    }

    // Before the jobs start, so that none of them counts without.
    void start(@Observes @Priority(1000) StartupEvent event) throws SQLException {
        look();
        Future<?> _ = looking.scheduleWithFixedDelay(
                this::lookAgain, lookEvery.toMillis(), lookEvery.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        looking.shutdownNow();
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) DictionaryChanged here) {
        try {
            looking.submit(this::lookAgain).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            LOG.warnf("The words just changed are not counted by yet; looking again soon: %s", e);
        }
    }

    private void lookAgain() {
        try {
            look();
        } catch (SQLException | RuntimeException e) {
            // The database may be away for a moment; what is known stays good.
            LOG.warnf("Cannot see whether words have changed, trying again: %s", e);
        }
    }

    private void look() throws SQLException {
        try (Connection connection = database.getConnection()) {
            long revision = revision(connection);
            if (revision != state.revision) {
                // Read after the number: words that are newer than it are read once more at the next look.
                Map<String, List<Integer>> words = words(connection);
                state = new State(revision, words, Syllables.english().overriding(words));
            }
        }
    }

    private static long revision(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select revision from dictionary");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Map<String, List<Integer>> words(Connection connection) throws SQLException {
        Map<String, List<Integer>> words = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(
                        "select word, counts from word_decision where superseded_in is null and counts is not null");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                words.put(row.getString(1), List.of((Integer[]) row.getArray(2).getArray()));
            }
        }
        return words;
    }
}
