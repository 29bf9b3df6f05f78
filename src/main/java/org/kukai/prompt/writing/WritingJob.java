package org.kukai.prompt.writing;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.kukai.RefusedException;
import org.kukai.job.JobHandler;
import org.kukai.job.JobPostponedException;
import org.kukai.job.Jobs;
import org.kukai.llm.ModelFailedException;
import org.kukai.llm.Models;
import org.kukai.llm.TextModel;
import org.kukai.llm.gate.Gate;
import org.kukai.llm.gate.Gates;

/** Works on one turn of a prompt run, on one node at a time. */
@ApplicationScoped
class WritingJob implements JobHandler {
    private static final Duration UNTIL_THE_PREDECESSOR_IS_DONE = Duration.ofMillis(250);

    private final Desk desk;
    private final Judge judge;
    private final CallTable calls;
    private final Models models;
    private final Gates gates;
    private final Jobs jobs;
    private final Duration firstPause;
    private final Set<WritingSession> sessions = ConcurrentHashMap.newKeySet();

    WritingJob(
            Desk desk,
            Judge judge,
            CallTable calls,
            Models models,
            Gates gates,
            Jobs jobs,
            @ConfigProperty(name = "kukai.generation.first-pause") Duration firstPause) {
        this.desk = desk;
        this.judge = judge;
        this.calls = calls;
        this.models = models;
        this.gates = gates;
        this.jobs = jobs;
        this.firstPause = firstPause;
    }

    @Override
    public String kind() {
        return PromptRuns.JOB;
    }

    @Override
    public void run(String instance) {
        Turn turn = Turn.parse(instance);
        // Calls of the turn before may still be open; they are not made a second time beside it.
        if (jobs.isScheduled(PromptRuns.JOB, turn.before().toString())) {
            throw new JobPostponedException(UNTIL_THE_PREDECESSOR_IS_DONE);
        }
        Optional<PromptRun> run = desk.begin(turn);
        if (run.isEmpty()) {
            return;
        }
        TextModel model;
        try {
            model = models.byId(run.get().modelId);
        } catch (RefusedException | ModelFailedException e) {
            desk.failRun(turn, String.valueOf(e.getMessage()));
            return;
        }
        try (Gate gate =
                gates.open(turn.run(), run.get().modelId, run.get().settings.limits())) {
            work(new WritingSession(turn, run.get().settings, model, gate, calls, desk, judge, firstPause));
        }
    }

    private void work(WritingSession session) {
        sessions.add(session);
        try {
            session.work();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JobPostponedException(Duration.ZERO);
        } finally {
            sessions.remove(session);
        }
    }

    @Override
    public void gaveUp(String instance, Throwable reason) {
        desk.failRun(
                Turn.parse(instance),
                "The work failed again and again: " + reason.getMessage() + ". The log has more.");
    }

    @Override
    public void stopping() {
        sessions.forEach(WritingSession::stop);
    }
}
