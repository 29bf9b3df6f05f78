package org.kukai.web.generation;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.kukai.generation.Run;
import org.kukai.generation.RunModel;
import org.kukai.llm.gate.Circuit;
import org.kukai.llm.gate.GateState;

/**
 * One of a run's models, what it has made and how its calls stand, in the words and figures of a page.
 *
 * @param inFlight calls now, and how many there may be: “12 of 64”; empty when the run does not move
 * @param until when calls go on, when something holds them up; else null
 * @param trouble what holds them up or slows them down; empty when nothing does
 */
public record ModelRow(
        RunModel model,
        String inFlight,
        String trouble,
        @Nullable Instant until) {
    static ModelRow of(Run run, RunModel model, GateState gate) {
        return run.status.isActive()
                ? new ModelRow(model, inFlight(gate), trouble(gate), until(gate))
                : new ModelRow(model, "", "", null);
    }

    private static String inFlight(GateState gate) {
        String most = gate.limit() == null ? "" : " of " + gate.limit();
        String how = gate.limit() != null && gate.adapts() ? ", found out" : "";
        String where = gate.nodes() > 1 ? ", on " + gate.nodes() + " nodes" : "";
        return gate.inFlight() + most + how + where;
    }

    private static String trouble(GateState gate) {
        String why = gate.why() == null ? "" : " " + gate.why();
        if (gate.circuit() != Circuit.CLOSED) {
            return "The server seems to be down; one call at a time tries whether it is back." + why;
        }
        return gate.pausedUntil() == null ? why.strip() : "The server asks to wait." + why;
    }

    private static @Nullable Instant until(GateState gate) {
        return gate.circuit() == Circuit.CLOSED ? gate.pausedUntil() : gate.nextProbe();
    }

    /** Whether it waits for a person. */
    public boolean isParked() {
        return model.isParked();
    }

    /** That it is parked or dropped; empty when it stands as the run does. */
    public String state() {
        return model.isParked() || model.dropped() ? model.state() : "";
    }

    public String share575() {
        return model.completed() == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * model.correctShare());
    }

    public String meanScore() {
        return model.completed() == 0 ? "–" : String.format(Locale.ROOT, "%.2f", model.meanScore());
    }

    /** The mean of all calls. */
    public String latency() {
        return model.calls() == 0
                ? "–"
                : String.format(Locale.ROOT, "%.2f s", model.latencyMillis() / 1000.0 / model.calls());
    }

    public long tokens() {
        return model.promptTokens() + model.completionTokens();
    }
}
