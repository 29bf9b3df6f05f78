package org.kukai.generation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
    private final Event<RunMoved> moved;
    private final Clock clock;

    Runs(Session entities, Plan plan, Event<RunMoved> moved, Clock clock) {
        this.entities = entities;
        this.plan = plan;
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
        plan.add(run.id, 1, run.prompts, 0, run.settings.samplesPerPrompt(), true);
        moved.fire(new RunMoved(run.id));
        return run;
    }

    private static List<Model> models(List<String> names) {
        if (names.isEmpty() || names.size() > MOST_MODELS || Set.copyOf(names).size() < names.size()) {
            throw refuse(
                    "A run asks 1 to " + MOST_MODELS + " models, each once, not " + names.size() + " " + names + ".");
        }
        return names.stream()
                .map(name -> Model.findByName(name)
                        .orElseThrow(() -> refuse(
                                "There is no model named “" + name + "”. The models page lists those there are.")))
                .toList();
    }

    private static int planned(long samples) {
        if (samples > MOST_SAMPLES) {
            throw refuse("That would be " + samples + " samples; one run makes at most " + MOST_SAMPLES
                    + ". Take fewer prompts or fewer samples of each.");
        }
        return (int) samples;
    }

    private static RefusedException refuse(String why) {
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

    @Transactional
    public Run resume(UUID id) {
        Run run = Run.locked(id);
        run.resume();
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

    /** Begins or takes up the work; empty when there is none to do. */
    @Transactional
    Optional<Run> begin(UUID id) {
        Run run = Run.locked(id);
        if (!run.status.isActive()) {
            return Optional.empty();
        }
        run.begin(clock.instant());
        return Optional.of(run);
    }

    /** Ends the run when everything that it planned has ended. */
    @Transactional
    void finish(UUID id) {
        Run run = Run.locked(id);
        if (run.status != RunStatus.RUNNING) {
            return;
        }
        if (RunModel.of(id).stream().mapToLong(RunModel::ended).sum() == run.planned) {
            run.complete(clock.instant());
            moved.fire(new RunMoved(id));
        }
    }

    /** Pauses a run one of whose models has yet to give its first haiku, and has calls left to save; a person has to mend something first. */
    @Transactional
    void pauseUnanswered(UUID id, int turn, int place, String reason) {
        Run run = Run.locked(id);
        RunModel model = RunModel.of(id).get(place);
        if (run.isTurn(turn) && model.completed() == 0 && model.ended() < run.plannedPerModel()) {
            run.pause(run.models > 1 ? model.name() + ": " + reason : reason);
            moved.fire(new RunMoved(id));
        }
    }

    /** Ends the work because it cannot go on; a person can resume the run. */
    @Transactional
    void fail(UUID id, String reason) {
        Run run = Run.locked(id);
        if (run.status.isActive()) {
            run.fail(reason, clock.instant());
            moved.fire(new RunMoved(id));
        }
    }
}
