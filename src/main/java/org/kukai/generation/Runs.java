package org.kukai.generation;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.llm.Model;

/**
 * What can be done with runs. None of it loops over samples, nor writes a row for each: a run is a few rows until its samples are made,
 * and to halt it is to change its state.
 */
@ApplicationScoped
public class Runs {
    private static final int MOST_MODELS = 16;
    private static final int MOST_SAMPLES = 5_000_000;

    private final Session entities;
    private final Plan plan;
    private final Spending spending;
    private final RunLanes lanes;
    private final Event<RunMoved> moved;
    private final Clock clock;

    Runs(Session entities, Plan plan, Spending spending, RunLanes lanes, Event<RunMoved> moved, Clock clock) {
        this.entities = entities;
        this.plan = plan;
        this.spending = spending;
        this.lanes = lanes;
        this.moved = moved;
        this.clock = clock;
    }

    /**
     * Orders a run; the work begins by itself.
     *
     * @throws RefusedException when there is no such model, no prompt matches, or a setting cannot be used
     */
    @Transactional
    public Run order(RunOrder order, @Nullable UUID by) {
        List<Model> models = models(order.models());
        Run run = Run.order(models, order, by, clock.instant());
        run.prompts = plan.choose(run.id, order.prompts());
        if (run.prompts == 0) {
            throw refuse("No prompt matches (" + order.prompts().inWords() + "). Add prompts, or ask for others.");
        }
        run.planned = planned((long) run.prompts * run.settings.samplesPerPrompt() * models.size());
        plan.models(run.id, models);
        plan(run, order.settings());
        moved.fire(new RunMoved(run.id));
        return run;
    }

    private void plan(Run run, RunSettings settings) {
        Integer preview = settings.previewPrompts();
        int first = preview == null ? run.prompts : Math.min(preview, run.prompts);
        plan.add(run.id, 1, first, 0, settings.samplesPerPrompt(), true);
        if (first < run.prompts) {
            plan.add(run.id, first + 1, run.prompts - first, 0, settings.samplesPerPrompt(), false);
        }
    }

    static List<Model> models(List<String> names) {
        if (names.isEmpty()) {
            throw refuse("No model is chosen. Say which models are to be asked, at least one.");
        }
        if (names.size() > MOST_MODELS || Set.copyOf(names).size() < names.size()) {
            throw refuse(
                    "A run asks 1 to " + MOST_MODELS + " models, each once, not " + names.size() + " " + names + ".");
        }
        return names.stream()
                .map(name -> Model.findByName(name)
                        .orElseThrow(() -> refuse(
                                "There is no model named “" + name + "”. The models page lists those there are.")))
                .toList();
    }

    static int planned(long samples) {
        if (samples > MOST_SAMPLES) {
            throw refuse("That would be " + samples + " samples; one run makes at most " + MOST_SAMPLES
                    + ". Take fewer prompts or fewer samples of each.");
        }
        return (int) samples;
    }

    static RefusedException refuse(String why) {
        return new RefusedException(RefusedException.Kind.INVALID, why);
    }

    /** How many prompts an order would ask. */
    @Transactional
    public long countPrompts(PromptSelection selection) {
        long matching = selection
                .bind(entities.createNativeQuery("select count(*) from prompt p" + selection.where(), Long.class))
                .getSingleResult();
        Integer limit = selection.limit();
        return limit == null ? matching : Math.min(limit, matching);
    }

    /** Calls that are open are let finish; no further one is begun. */
    @Transactional
    public Run pause(UUID id) {
        Run run = Run.locked(id);
        run.pause(null);
        moved.fire(new RunMoved(id));
        return run;
    }

    /**
     * Goes on; when a preview is done, with the rest; when only parked models have something left to do, with those.
     *
     * @throws RefusedException when the run is not halted, its budget is spent, or none of its models can be asked
     */
    @Transactional
    public Run resume(UUID id) {
        Run run = Run.locked(id);
        run.resume();
        spending.refuseWhenSpent(run);
        lanes.takeUp(run);
        if (plan.waitsForAPerson(id)) {
            plan.open(id);
        }
        moved.fire(new RunMoved(id));
        return run;
    }

    /** What is not done yet never will be; haiku that are there stay. */
    @Transactional
    public Run cancel(UUID id) {
        Run run = Run.locked(id);
        run.cancel(clock.instant());
        plan.cancel(id);
        moved.fire(new RunMoved(id));
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
        int again = plan.retryFailed(id);
        if (again == 0) {
            throw new RefusedException(RefusedException.Kind.CONFLICT, "No attempt of this run has failed.");
        }
        if (run.status == RunStatus.COMPLETED || run.status == RunStatus.FAILED) {
            run.setInMotion();
        }
        moved.fire(new RunMoved(id));
        return run;
    }
}
