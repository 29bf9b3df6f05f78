package org.kukai.llm.gate;

import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import jakarta.enterprise.context.ApplicationScoped;

/** Opens the gates through which all calls of models go. */
@ApplicationScoped
public class Gates {
    private final ConcurrentMap<UUID, Slots> open = new ConcurrentHashMap<>();

    /**
     * A gate for the calls that a run makes of a model. Close it when the work of this node on the run ends.
     *
     * @param run whose limits these are; any id of one's own for calls outside a run
     */
    public Gate open(UUID run, UUID model, GateLimits limits) {
        Integer most = limits.maxInFlight();
        Slots slots = new Slots(most == null ? 64 : most);
        open.put(run, slots);
        return new Gate(slots);
    }

    /** How the gate of a run and model stands; for pages on any node. */
    public GateState state(UUID run, UUID model) {
        Slots slots = open.get(run);
        int inFlight = slots == null ? 0 : slots.inFlight();
        return new GateState(null, true, inFlight, 0, 1, null, Circuit.CLOSED, null, null);
    }
}
