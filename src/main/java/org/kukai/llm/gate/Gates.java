package org.kukai.llm.gate;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.kukai.llm.Meters;

/** Opens the gates through which all calls of models go. */
@ApplicationScoped
public class Gates {
    private static final Duration RENEWAL = Duration.ofSeconds(1);
    private static final Duration LEASE = Duration.ofSeconds(12);
    private static final Duration MARGIN = Duration.ofSeconds(3);
    private static final Duration LOOK_FOR_LOST = Duration.ofMillis(200);
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final int COMPOSERS_PER_CORE = 4;

    private final GateStore store;
    private final GateStates states;
    private final Times times;
    private final int mostInFlight;
    private final boolean alone;
    private final LongSupplier nanos;
    private final Consumer<UUID> retried;
    private final ConcurrentMap<String, Turnstile> turnstiles = new ConcurrentHashMap<>();
    private final Set<Thread> keepers = ConcurrentHashMap.newKeySet();
    private final Turnstile composer;
    private final Thread warden = Thread.ofVirtual().name("gate-warden").unstarted(this::dropTheLost);

    @Inject
    Gates(
            AgroalDataSource database,
            GateConfig config,
            Meters meters,
            @ConfigProperty(name = "kukai.embedded") boolean embedded) {
        this(
                database::getConnection,
                times(config.firstProbe()),
                config.mostInFlight(),
                embedded,
                System::nanoTime,
                meters::retried);
    }

    /** @param alone whether no other node can share the database */
    Gates(
            GateStore.Line database,
            Times times,
            int mostInFlight,
            boolean alone,
            LongSupplier nanos,
            Consumer<UUID> retried) {
        this.store = new GateStore(database, times, nanos);
        this.states = new GateStates(database);
        this.times = times;
        this.mostInFlight = mostInFlight;
        this.alone = alone;
        this.nanos = nanos;
        this.retried = retried;
        int cores = Runtime.getRuntime().availableProcessors();
        this.composer = new Turnstile(
                new Terms(null, false, GateLimits.NONE), Share.forEver(COMPOSERS_PER_CORE * cores), times, nanos);
    }

    static Times times(Duration firstProbe) {
        return new Times(RENEWAL, LEASE, MARGIN, firstProbe);
    }

    void start(@Observes @Priority(4000) StartupEvent event) {
        start();
    }

    /** After the work on runs has ended. */
    void stop(@Observes @Priority(3000) ShutdownEvent event) {
        stop();
    }

    void start() {
        warden.start();
        if (alone) {
            store.leaveAll();
        }
    }

    void stop() {
        warden.interrupt();
        turnstiles.values().forEach(Turnstile::end);
        keepers.forEach(Gates::awaitShortly);
    }

    private static void awaitShortly(Thread keeper) {
        try {
            keeper.join(A_MOMENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A gate for the calls that a run makes of a model. Close it when the work of this node on the run ends.
     *
     * @param run whose limits these are; any id of one's own for calls outside a run
     */
    public Gate open(UUID run, UUID model, GateLimits limits) {
        boolean given = limits.maxInFlight() != null;
        Turnstile ofRun = turnstile(GateIds.ofRun(run, model), new Terms(limits.maxInFlight(), false, limits));
        Turnstile ofModel = states.isComposer(model)
                ? composer
                : turnstile(GateIds.ofModel(model), new Terms(mostInFlight, true, GateLimits.NONE));
        return new Gate(ofRun, ofModel, !given, nanos, () -> retried.accept(model));
    }

    /** How the gate of a run and model stands; for pages on any node. */
    public GateState state(UUID run, UUID model) {
        return states.of(run, model);
    }

    private Turnstile turnstile(String id, Terms terms) {
        return turnstiles.compute(id, (same, there) -> there != null && there.retain(terms) ? there : fresh(id, terms));
    }

    private Turnstile fresh(String id, Terms terms) {
        Turnstile turnstile = new Turnstile(terms, new Share(), times, nanos);
        turnstile.retain(terms);
        Keeper keeper = new Keeper(id, turnstile, terms, store, nanos);
        Thread thread = Thread.ofVirtual().name("gate-" + id).unstarted(() -> {
            keeper.run();
            turnstiles.remove(id, turnstile);
            keepers.remove(Thread.currentThread());
        });
        keepers.add(thread);
        thread.start();
        return turnstile;
    }

    private void dropTheLost() {
        try {
            while (true) {
                Thread.sleep(LOOK_FOR_LOST);
                turnstiles.values().forEach(Turnstile::dropTheLost);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
