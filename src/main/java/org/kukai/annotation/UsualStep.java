package org.kukai.annotation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;

import io.agroal.api.AgroalDataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The step of a sitting as it nearly always is, a first vote on a pair that the rater looks at in an open round, in two statements
 * and one commit: one reads and locks, the other stores the vote and gives the next pair. What is decided in between is decided by
 * the same verbs as everywhere. Whatever is unusual is left to the long way, which {@link Sitting} then takes from the start.
 *
 * <p>This is for speed alone: the long way takes about fifteen statements and five times the processor time; docs/benchmarks.md tells.
 */
@ApplicationScoped
class UsualStep {
    private final AgroalDataSource database;
    private final Clock clock;
    private final Duration lease;

    UsualStep(AgroalDataSource database, Clock clock, @ConfigProperty(name = "kukai.annotation.lease") Duration lease) {
        this.database = database;
        this.clock = clock;
        this.lease = lease;
    }

    /** Takes the step; empty, and nothing is changed, when it is not the usual one. */
    Optional<Sitting.Half> take(UUID roundId, UUID raterId, Answer answer, @Nullable UUID shown) {
        if (!answer.remarks().isNothing()) {
            return Optional.empty();
        }
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Optional<Sitting.Half> done = take(connection, roundId, raterId, answer, shown);
                if (done.isPresent()) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                return done;
            } catch (SQLException | RuntimeException | Error e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new PersistenceException("cannot store a vote", e);
        }
    }

    private Optional<Sitting.Half> take(
            Connection connection, UUID roundId, UUID raterId, Answer answer, @Nullable UUID shown)
            throws SQLException {
        UsualState state;
        try (PreparedStatement look = connection.prepareStatement(UsualState.LOOK)) {
            look.setObject(1, shown);
            look.setObject(2, answer.assignment());
            look.setObject(3, roundId);
            look.setObject(4, raterId);
            // The first results are those of the settings.
            look.execute();
            look.getMoreResults();
            look.getMoreResults();
            try (ResultSet row = look.getResultSet()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                state = UsualState.read(row);
            }
        }
        Instant now = clock.instant();
        Voting.@Nullable Stored stored = state.vote(answer, now);
        if (stored == null) {
            return Optional.empty();
        }
        try (PreparedStatement write = connection.prepareStatement(UsualState.WRITE)) {
            boolean firstOnLeft = ThreadLocalRandom.current().nextBoolean();
            state.bind(write, answer, shown, firstOnLeft, now, now.plus(lease));
            try (ResultSet row = write.executeQuery()) {
                Optional<Turn> next = row.next() ? Optional.of(state.offer(row, firstOnLeft)) : Optional.empty();
                return Optional.of(new Sitting.Half(stored, next));
            }
        }
    }
}
