package org.kukai.annotation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;

import io.agroal.api.AgroalDataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.kukai.crowd.Together;

/**
 * The step of a sitting as it nearly always is: a first vote on a pair that the rater looks at in an open round, and a new pair after it. Votes that
 * come at the same time are stored {@link Together}, in one transaction of four round trips and one write to the disk; an answer is given when it is
 * there. What is decided is decided by the same verbs as everywhere. Whatever is unusual is left to the long way, which {@link Sitting} then takes
 * from the start.
 *
 * <p>This is for speed alone: docs/benchmarks.md tells what it costs.
 */
@ApplicationScoped
class UsualStep {
    private static final Logger LOG = Logger.getLogger(UsualStep.class);
    /** More in one transaction would make each of them wait longer and hardly cost less. */
    private static final int MOST = 64;

    private final AgroalDataSource database;
    private final Clock clock;
    private final Lease lease;
    private final Together<Asked, Optional<Sitting.Half>> steps;

    UsualStep(AgroalDataSource database, Clock clock, @ConfigProperty(name = "kukai.annotation.lease") Duration lease) {
        this.database = database;
        this.clock = clock;
        this.lease = new Lease(lease);
        this.steps = new Together<>("votes", this::takeAll, MOST);
    }

    /** A vote in a round by a rater, who looks at another pair by now, or waits. */
    record Asked(
            UUID round, UUID rater, Answer answer, @Nullable UUID shown) {}

    /** Takes the step; empty, and nothing is changed, when it is not the usual one. */
    CompletableFuture<Optional<Sitting.Half>> take(UUID round, UUID rater, Answer answer, @Nullable UUID shown) {
        return answer.remarks().isNothing()
                ? steps.ask(new Asked(round, rater, answer, shown)).exceptionally(UsualStep::leave)
                : CompletableFuture.completedFuture(Optional.empty());
    }

    /** One vote of a lot must not make the others fail: each goes the long way, which fails for itself if it does. */
    private static Optional<Sitting.Half> leave(Throwable failure) {
        LOG.warn("votes are stored one by one", failure);
        return Optional.empty();
    }

    private List<Optional<Sitting.Half>> takeAll(List<Asked> asked) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                List<Optional<Sitting.Half>> done = new UsualSteps(connection, clock.instant(), lease).take(asked);
                connection.commit();
                return done;
            } catch (SQLException | RuntimeException | Error e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new PersistenceException("cannot store votes", e);
        }
    }
}
