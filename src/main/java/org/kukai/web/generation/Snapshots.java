package org.kukai.web.generation;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.cache.CacheResult;

import org.kukai.generation.Run;
import org.kukai.generation.RunModel;
import org.kukai.generation.RunMonitor;
import org.kukai.generation.Spending;
import org.kukai.llm.gate.Gates;
import org.kukai.web.chart.Bars;

/** Gathers what the page of a run shows. However many pages are open on a run, they look at the database once a second. */
@ApplicationScoped
class Snapshots {
    private static final int LATEST = 6;

    private final RunMonitor monitor;
    private final Spending spending;
    private final Gates gates;

    Snapshots(RunMonitor monitor, Spending spending, Gates gates) {
        this.monitor = monitor;
        this.spending = spending;
        this.gates = gates;
    }

    /** The run at this moment. */
    @Transactional
    Snapshot fresh(UUID id) {
        Run run = Run.byId(id);
        List<RunModel> models = monitor.models(run);
        return new Snapshot(
                new RunView(run, monitor.progress(run)),
                models.stream().map(model -> row(run, model)).toList(),
                spending.cost(id),
                Bars.ofScores("Haiku by score", monitor.scores(run.id)),
                monitor.failures(run),
                monitor.latest(run, LATEST));
    }

    private ModelRow row(Run run, RunModel model) {
        return ModelRow.of(run, model, gates.state(run.id, model.modelId()));
    }

    /** The run at this moment, or up to a second ago. */
    @CacheResult(cacheName = "run-snapshots")
    Snapshot late(UUID id) {
        return fresh(id);
    }
}
