package org.kukai.generation;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.kukai.RefusedException;
import org.kukai.haiku.Scorer;
import org.kukai.job.JobHandler;
import org.kukai.job.JobPostponedException;
import org.kukai.job.Jobs;
import org.kukai.llm.ModelFailedException;
import org.kukai.llm.Models;
import org.kukai.llm.TextModel;

/** Works on one turn of a run, on one node at a time. */
@ApplicationScoped
class GenerationJob implements JobHandler {
    private static final Duration UNTIL_THE_PREDECESSOR_IS_DONE = Duration.ofMillis(250);

    private final Runs runs;
    private final Attempts attempts;
    private final Models models;
    private final Scorer scorer;
    private final Patience patience;
    private final Jobs jobs;
    private final Set<RunSession> sessions = ConcurrentHashMap.newKeySet();

    GenerationJob(Runs runs, Attempts attempts, Models models, Scorer scorer, Patience patience, Jobs jobs) {
        this.runs = runs;
        this.attempts = attempts;
        this.models = models;
        this.scorer = scorer;
        this.patience = patience;
        this.jobs = jobs;
    }

    @Override
    public String kind() {
        return Runs.JOB;
    }

    @Override
    public void run(String instance) {
        Turn turn = Turn.parse(instance);
        // Calls of the turn before may still be open, and are neither made again nor counted beside ours.
        if (jobs.isScheduled(Runs.JOB, turn.before().toString())) {
            throw new JobPostponedException(UNTIL_THE_PREDECESSOR_IS_DONE);
        }
        Optional<Run> run = runs.begin(turn);
        if (run.isEmpty()) {
            return;
        }
        TextModel model;
        try {
            model = models.byId(run.get().modelId);
        } catch (RefusedException | ModelFailedException e) {
            runs.fail(turn, String.valueOf(e.getMessage()));
            return;
        }
        work(new RunSession(turn, run.get().settings, model, scorer, runs, attempts, patience));
    }

    private void work(RunSession session) {
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
        runs.fail(
                Turn.parse(instance),
                "The work failed again and again: " + reason.getMessage() + ". The log has more.");
    }

    @Override
    public void stopping() {
        sessions.forEach(RunSession::stop);
    }

    void lookUp(@Observes(during = TransactionPhase.AFTER_SUCCESS) RunHalted halted) {
        sessions.stream().filter(session -> session.isOf(halted.run())).forEach(RunSession::lookUp);
    }
}
