package org.kukai.job;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

/** Shows how much background work waits, and how long the oldest has; {@code docs/metrics.md} lists the names. */
@ApplicationScoped
class JobMeters {
    private static final Logger LOG = Logger.getLogger(JobMeters.class);
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final String LOOK =
            "select task_name, count(*) filter (where not picked and execution_time <= ?) as due,"
                    + " count(*) filter (where picked) as working,"
                    + " min(execution_time) filter (where not picked and execution_time <= ?) as oldest"
                    + " from scheduled_tasks group by task_name";

    /** @param ageSeconds how long the oldest has been due */
    private record Queue(int due, int working, double ageSeconds) {
        static final Queue EMPTY = new Queue(0, 0, 0);
    }

    private final AgroalDataSource database;
    private final List<JobHandler> handlers;
    private final MeterRegistry registry;
    private final Clock clock;
    private Map<String, Queue> queues = Map.of();
    private Instant seen = Instant.EPOCH;

    JobMeters(AgroalDataSource database, @All List<JobHandler> handlers, MeterRegistry registry, Clock clock) {
        this.database = database;
        this.handlers = handlers;
        this.registry = registry;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        for (JobHandler handler : handlers) {
            String kind = handler.kind();
            Gauge.builder("kukai.jobs.due", () -> queue(kind).due())
                    .description("Jobs that are due and that nobody works on")
                    .tag("kind", kind)
                    .register(registry);
            Gauge.builder("kukai.jobs.working", () -> queue(kind).working())
                    .description("Jobs that a node works on")
                    .tag("kind", kind)
                    .register(registry);
            Gauge.builder("kukai.jobs.oldest", () -> queue(kind).ageSeconds())
                    .description("How long the oldest job has been due")
                    .baseUnit("seconds")
                    .tag("kind", kind)
                    .register(registry);
        }
    }

    private synchronized Queue queue(String kind) {
        Instant now = clock.instant();
        if (seen.plus(FRESH).isBefore(now)) {
            queues = look(now);
            seen = now;
        }
        return queues.getOrDefault(kind, Queue.EMPTY);
    }

    private Map<String, Queue> look(Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(LOOK)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            Map<String, Queue> found = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
                    double age = oldest == null
                            ? 0
                            : Duration.between(oldest.toInstant(), now).toMillis() / 1000.0;
                    found.put(row.getString("task_name"), new Queue(row.getInt("due"), row.getInt("working"), age));
                }
            }
            return found;
        } catch (SQLException e) {
            LOG.warnf("The jobs cannot be counted: %s", e);
            return Map.of();
        }
    }
}
