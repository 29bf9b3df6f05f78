package org.kukai.generation;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

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
    private final RunMonitor monitor;
    private final Workers workers;
    private final Claims claims;
    private final Ledger ledger;
    private final Models models;
    private final Gates gates;
    private final Scorer scorer;
    private final Patience patience;

    Sessions(
            RunCourse course,
            RunMonitor monitor,
            Workers workers,
            Claims claims,
            Ledger ledger,
            Models models,
            Gates gates,
            Scorer scorer,
            Patience patience) {
        this.course = course;
        this.monitor = monitor;
        this.workers = workers;
        this.claims = claims;
        this.ledger = ledger;
        this.models = models;
        this.gates = gates;
        this.scorer = scorer;
        this.patience = patience;
    }

    /** Empty when there is nothing to do, or the run cannot go on, which is then written on it. */
    Optional<RunSession> open(UUID id) {
        Optional<Run> begun = course.begin(id);
        if (begun.isEmpty()) {
            return Optional.empty();
        }
        Run run = begun.get();
        RunSession session = new RunSession(run, course, workers, ledger);
        try {
            monitor.models(run).forEach(model -> session.add(lane(session, run, model)));
            return Optional.of(session);
        } catch (RefusedException | ModelFailedException e) {
            session.close();
            course.fail(id, String.valueOf(e.getMessage()));
            return Optional.empty();
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private Lane lane(RunSession session, Run run, RunModel model) {
        Caller caller = new Caller(run.settings, models.byId(model.modelId()), scorer, patience);
        Gate gate = gates.open(run.id, model.modelId(), run.settings.gateLimits());
        return new Lane(session, model, run.settings, claims, caller, gate);
    }
}
