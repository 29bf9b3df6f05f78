package org.kukai.generation;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.job.Jobs;
import org.kukai.llm.Model;

/**
 * What can be done with runs. None of it loops over samples: plans, cancellations and retries are one statement each, however large
 * the run.
 */
@ApplicationScoped
public class Runs {
    static final String JOB = "generation";

    private static final int MOST_SAMPLES = 5_000_000;

    private final Session entities;
    private final Attempts attempts;
    private final Jobs jobs;
    private final Event<RunHalted> halted;
    private final Clock clock;

    Runs(Session entities, Attempts attempts, Jobs jobs, Event<RunHalted> halted, Clock clock) {
        this.entities = entities;
        this.attempts = attempts;
        this.jobs = jobs;
        this.halted = halted;
        this.clock = clock;
    }

    /**
     * Orders a run; the work begins by itself.
     *
     * @throws RefusedException when there is no such model, no prompt matches, or a setting cannot be used
     */
    @Transactional
    public Run order(RunOrder order, @Nullable UUID by) {
        Model model = Model.findByName(order.model())
                .orElseThrow(() -> new RefusedException(
                        RefusedException.Kind.INVALID,
                        "There is no model named “" + order.model() + "”. The models page lists those there are."));
        Run run = Run.order(model, order, by, clock.instant());
        run.prompts = choose(run.id, order.prompts());
        if (run.prompts == 0) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "No prompt matches (" + order.prompts().inWords() + "). Add prompts, or ask for others.");
        }
        long planned = (long) run.prompts * run.settings.samplesPerPrompt();
        if (planned > MOST_SAMPLES) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "That would be " + planned + " samples; one run makes at most " + MOST_SAMPLES
                            + ". Take fewer prompts or fewer samples of each.");
        }
        run.planned = (int) planned;
        schedule(run);
        return run;
    }

    private int choose(UUID run, PromptSelection selection) {
        return entities.createNativeMutationQuery(
                        "insert into run_prompt (run_id, prompt_id, position) select :run, id, row_number() over (order by mixed) from"
                                + " (select p.id, md5(p.id::text) as mixed from prompt p"
                                + selection.where()
                                + " order by mixed limit cast(:most as integer)) chosen")
                .setParameter("run", run)
                .setParameter("split", selection.splitName())
                .setParameter("words", selection.words())
                .setParameter("most", selection.limit())
                .executeUpdate();
    }

    /** How many prompts an order would ask. */
    @Transactional
    public long countPrompts(PromptSelection selection) {
        long matching = entities.createNativeQuery("select count(*) from prompt p" + selection.where(), Long.class)
                .setParameter("split", selection.splitName())
                .setParameter("words", selection.words())
                .getSingleResult();
        Integer limit = selection.limit();
        return limit == null ? matching : Math.min(limit, matching);
    }

    /** Calls that are open are let finish; no further one is begun. */
    @Transactional
    public Run pause(UUID id) {
        Run run = Run.locked(id);
        run.pause(null);
        halted.fire(new RunHalted(id));
        return run;
    }

    @Transactional
    public Run resume(UUID id) {
        Run run = Run.locked(id);
        run.resume();
        schedule(run);
        return run;
    }

    /** What is not done yet never will be; haiku that are there stay. */
    @Transactional
    public Run cancel(UUID id) {
        Run run = Run.locked(id);
        run.cancel(clock.instant());
        Attempt.update(
                "state = ?1, finishedAt = ?2, claimedUntil = null, notBefore = null where runId = ?3 and state = ?4",
                AttemptState.CANCELLED,
                clock.instant(),
                id,
                AttemptState.PLANNED);
        halted.fire(new RunHalted(id));
        return run;
    }

    /**
     * Plans every failed attempt anew and sets the run in motion, unless it is paused.
     *
     * @throws RefusedException when none has failed, or the run was cancelled
     */
    @Transactional
    public Run retryFailed(UUID id) {
        Run run = Run.locked(id);
        if (run.status == RunStatus.CANCELLED) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT, "This run was cancelled. Order a new one for what is missing.");
        }
        int again = Attempt.update(
                "state = ?1, tries = 0, slowdowns = 0, finishedAt = null where runId = ?2 and state = ?3",
                AttemptState.PLANNED,
                id,
                AttemptState.FAILED);
        if (again == 0) {
            throw new RefusedException(RefusedException.Kind.CONFLICT, "No attempt of this run has failed.");
        }
        if (run.status == RunStatus.COMPLETED || run.status == RunStatus.FAILED) {
            run.setInMotion();
            schedule(run);
        }
        return run;
    }

    private void schedule(Run run) {
        jobs.schedule(JOB, new Turn(run.id, run.turn).toString(), clock.instant());
    }

    /** Begins or takes up a turn's work: plans what is not planned, and gives back what a predecessor had claimed. */
    @Transactional
    Optional<Run> begin(Turn turn) {
        Run run = Run.locked(turn.run());
        if (!run.isTurn(turn.number())) {
            return Optional.empty();
        }
        if (run.status == RunStatus.QUEUED) {
            attempts.plan(run.id);
        }
        attempts.releaseAll(run.id);
        run.begin(clock.instant());
        return Optional.of(run);
    }

    /** Ends the run when nothing is left to do; tells whether the turn's work is over. */
    @Transactional
    boolean finish(Turn turn) {
        Run run = Run.locked(turn.run());
        if (run.isTurn(turn.number())) {
            if (Attempt.any(run.id, AttemptState.PLANNED)) {
                return false;
            }
            run.complete(clock.instant());
        }
        return true;
    }

    /** Pauses a run that has yet to get its first haiku, and has calls left to save; a person has to mend something first. */
    @Transactional
    void pauseUnanswered(Turn turn, String reason) {
        Run run = Run.locked(turn.run());
        if (run.isTurn(turn.number())
                && !Attempt.any(run.id, AttemptState.COMPLETED)
                && Attempt.any(run.id, AttemptState.PLANNED)) {
            run.pause(reason);
            halted.fire(new RunHalted(run.id));
        }
    }

    /** Ends the turn because it cannot go on; a person can resume the run. */
    @Transactional
    void fail(Turn turn, String reason) {
        Run run = Run.locked(turn.run());
        if (run.isTurn(turn.number())) {
            run.fail(reason, clock.instant());
        }
    }
}
