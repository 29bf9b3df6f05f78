package org.kukai.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Takes orders for background work and sees that they are carried out, by any node that shares the database.
 *
 * <p>A node that works on a job says so with every beat, {@code kukai.jobs.heartbeat}. One that has missed {@link #MISSED_HEARTBEATS} is
 * taken for dead and its jobs are picked up by others.
 */
@ApplicationScoped
public class Jobs {
    private static final Logger LOG = Logger.getLogger(Jobs.class);

    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(8);
    // Jobs mostly wait for models, so many may be open; what bounds them is in their own rooms.
    private static final int AT_ONCE = 64;

    private final AgroalDataSource database;
    private final TransactionSynchronizationRegistry transactions;
    private final List<JobHandler> handlers;
    private final Scheduler scheduler;
    private final boolean alone;

    Jobs(
            AgroalDataSource database,
            TransactionSynchronizationRegistry transactions,
            @All List<JobHandler> handlers,
            Clock clock,
            @ConfigProperty(name = "kukai.embedded") boolean embedded,
            @ConfigProperty(name = "kukai.jobs.poll") Duration poll,
            @ConfigProperty(name = "kukai.jobs.heartbeat") Duration heartbeat) {
        this.database = database;
        this.transactions = transactions;
        this.handlers = handlers;
        this.alone = embedded;
        List<Task<?>> tasks = handlers.stream().<Task<?>>map(JobTasks::taskOf).toList();
        // The library's own connections do not commit inside a transaction of ours, so an order made in one is part of
        // it.
        this.scheduler = Scheduler.create(database, tasks)
                .clock(clock::instant)
                .threads(AT_ONCE)
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("job-", 0).factory()))
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(poll)
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(SHUTDOWN_GRACE)
                .build();
    }

    /**
     * Orders the work for the time given. Part of the caller's transaction: if that is rolled back there was no order. An order
     * that stands already, or is being carried out, is left as it is.
     *
     * @return whether this order is new
     */
    @Transactional
    public boolean schedule(String kind, String instance, Instant when) {
        if (handlers.stream().noneMatch(handler -> handler.kind().equals(kind))) {
            throw new IllegalArgumentException("no handler for jobs of the kind " + kind);
        }
        boolean fresh = scheduler.scheduleIfNotExists(new TaskInstance<Void>(kind, instance), when);
        transactions.registerInterposedSynchronization(new LookForWork());
        return fresh;
    }

    /** Whether such an order stands or is being carried out. */
    @Transactional
    public boolean isScheduled(String kind, String instance) {
        return scheduler
                .getScheduledExecution(new TaskInstance<Void>(kind, instance))
                .isPresent();
    }

    void start(@Observes @Priority(5000) StartupEvent event) throws SQLException {
        if (alone) {
            releaseOrdersOfThePredecessor();
        }
        scheduler.start();
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        handlers.forEach(JobHandler::stopping);
        scheduler.stop();
    }

    // The data directory is ours, so whoever held these jobs is dead: there is no need to wait for its heartbeats to
    // fail.
    private void releaseOrdersOfThePredecessor() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            int released = statement.executeUpdate(
                    "update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,"
                            + " execution_time = least(execution_time, now()), version = version + 1 where picked");
            if (released > 0) {
                LOG.infof("Going on with %d jobs that were cut off when Kukai last ended.", released);
            }
        }
    }

    /** Spares an order that is due at once the wait for the next poll. */
    private final class LookForWork implements Synchronization {
        @Override
        public void beforeCompletion() {
            // nothing to do before the order is visible
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                scheduler.triggerCheckForDueExecutions();
            }
        }
    }
}
