package org.kukai.generation;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.haiku.Scorer;
import org.kukai.llm.ModelFailedException;
import org.kukai.llm.Models;
import org.kukai.llm.gate.Gate;
import org.kukai.llm.gate.Gates;

/** Opens this node's work on a run. */
@ApplicationScoped
class Sessions {
    private final RunCourse course;
    private final LaneTable table;
    private final Workers workers;
    private final Claims claims;
    private final Ledger ledger;
    private final Models models;
    private final Gates gates;
    private final Scorer scorer;
    private final Patience patience;
    private final Duration deadAfter;

    Sessions(
            RunCourse course,
            LaneTable table,
            Workers workers,
            Claims claims,
            Ledger ledger,
            Models models,
            Gates gates,
            Scorer scorer,
            Patience patience,
            @ConfigProperty(name = "kukai.generation.dead-after") Duration deadAfter) {
        this.course = course;
        this.table = table;
        this.workers = workers;
        this.claims = claims;
        this.ledger = ledger;
        this.models = models;
        this.gates = gates;
        this.scorer = scorer;
        this.patience = patience;
        this.deadAfter = deadAfter;
    }

    /** Empty when there is nothing to do. */
    Optional<RunSession> open(UUID id) {
        Optional<Run> begun = course.begin(id);
        if (begun.isEmpty()) {
            return Optional.empty();
        }
        Run run = begun.get();
        return Optional.of(new RunSession(
                run, course, table, workers, ledger, session -> (model, before) -> lane(session, run, model, before)));
    }

    /**
     * @throws RefusedException when the model was removed
     * @throws ModelFailedException when its key or address cannot be used
     */
    private Lane lane(RunSession session, Run run, LaneTable.State model, @Nullable Lane before) {
        Caller caller = new Caller(run.settings, models.byId(model.modelId()), scorer, patience);
        Gate gate = gates.open(run.id, model.modelId(), run.settings.gateLimits());
        Vigil vigil = new Vigil(deadAfter, () -> gates.state(run.id, model.modelId()));
        return new Lane(session, model, run.settings, claims, caller, gate, vigil, before);
    }
}
