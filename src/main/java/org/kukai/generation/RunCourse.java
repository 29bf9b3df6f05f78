package org.kukai.generation;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

/** What happens to runs by themselves, as the work on them goes on. */
@ApplicationScoped
class RunCourse {
    private final Plan plan;
    private final Spending spending;
    private final Event<RunMoved> moved;
    private final Clock clock;

    RunCourse(Plan plan, Spending spending, Event<RunMoved> moved, Clock clock) {
        this.plan = plan;
        this.spending = spending;
        this.moved = moved;
        this.clock = clock;
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
        } else if (plan.waitsForAPerson(id)) {
            run.pause(
                    "The preview is made. Look at what came of it; resume to go on with the other prompts, or cancel.");
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

    /** Pauses the run when its budget is spent. */
    @Transactional
    void pauseWhenSpent(UUID id) {
        Run run = Run.byId(id);
        if (run.status.isActive() && spending.spent(run).isPresent()) {
            Run locked = Run.locked(id);
            spending.spent(locked).filter(reason -> locked.status.isActive()).ifPresent(reason -> {
                locked.pause(reason + " Raise the budget and resume to go on.");
                moved.fire(new RunMoved(id));
            });
        }
    }
}
