package org.kukai.generation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

/** What happens to runs by themselves, as the work on them goes on. */
@ApplicationScoped
class RunCourse {
    private final Plan plan;
    private final LaneTable lanes;
    private final Spending spending;
    private final Event<RunMoved> moved;
    private final Clock clock;

    RunCourse(Plan plan, LaneTable lanes, Spending spending, Event<RunMoved> moved, Clock clock) {
        this.plan = plan;
        this.lanes = lanes;
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

    /** Ends the run when everything that it planned has ended, and pauses it when what is left waits for a person. */
    @Transactional
    void finish(UUID id) {
        Run run = Run.locked(id);
        if (run.status != RunStatus.RUNNING) {
            return;
        }
        settle(run);
        if (run.status.isActive() && plan.waitsForAPerson(id)) {
            run.pause(
                    "The preview is made. Look at what came of it; resume to go on with the other prompts, or cancel.");
        }
        if (!run.status.isActive()) {
            moved.fire(new RunMoved(id));
        }
    }

    /** Completes a run of which nothing is left to do, and pauses one of which nothing is left that can be done. */
    void settle(Run run) {
        List<RunModel> models = RunModel.of(run.id);
        List<RunModel> parked = models.stream().filter(RunModel::isParked).toList();
        if (models.stream().anyMatch(RunModel::isOpen)) {
            return;
        }
        if (parked.isEmpty()) {
            plan.cancelDropped(run.id);
            run.complete(clock.instant());
        } else if (run.status.isActive()) {
            run.pause(reason(models, parked));
        }
    }

    private static String reason(List<RunModel> models, List<RunModel> parked) {
        if (models.size() == 1) {
            return parked.getFirst().parked() + " Then resume.";
        }
        String opening = models.stream().anyMatch(RunModel::isDone) ? "The other models are done. " : "";
        return opening
                + parked.stream()
                        .map(model -> model.name() + ": " + model.parked())
                        .collect(Collectors.joining(" "))
                + " Then resume, or drop what cannot be mended from the run.";
    }

    /** Parks a model of the run until a person sets it in motion again; the others go on. The run pauses when none is left. */
    @Transactional
    void park(UUID id, int place, String reason) {
        Run run = Run.locked(id);
        if (run.status.isActive() && RunModel.of(id).get(place).isOpen()) {
            park(run, place, reason);
        }
    }

    /** Parks a model that has yet to give its first haiku, and has calls left to save; a person has to mend something first. */
    @Transactional
    void parkUnanswered(UUID id, int turn, int place, String reason) {
        Run run = Run.locked(id);
        RunModel model = RunModel.of(id).get(place);
        if (run.isTurn(turn) && model.completed() == 0 && model.isOpen()) {
            park(run, place, reason);
        }
    }

    private void park(Run run, int place, String reason) {
        lanes.park(run.id, place, reason);
        settle(run);
        moved.fire(new RunMoved(run.id));
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

    /** Pauses the run when its budget is spent; tells whether it is. */
    @Transactional
    boolean pauseWhenSpent(UUID id) {
        if (spending.spent(Run.byId(id)).isEmpty()) {
            return false;
        }
        Run locked = Run.locked(id);
        Optional<String> spent = spending.spent(locked);
        if (spent.isPresent() && locked.status.isActive()) {
            locked.pause(spent.get() + " Raise the budget and resume to go on.");
            moved.fire(new RunMoved(id));
        }
        return spent.isPresent();
    }
}
