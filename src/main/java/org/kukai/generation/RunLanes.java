package org.kukai.generation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.kukai.RefusedException;

/** What a person can do about one model of a run: ask it again when it was parked, or take it out of the run. */
@ApplicationScoped
public class RunLanes {
    private final LaneTable lanes;
    private final Plan plan;
    private final RunCourse course;
    private final Spending spending;
    private final Event<RunMoved> moved;

    RunLanes(LaneTable lanes, Plan plan, RunCourse course, Spending spending, Event<RunMoved> moved) {
        this.lanes = lanes;
        this.plan = plan;
        this.course = course;
        this.spending = spending;
        this.moved = moved;
    }

    /**
     * Asks a parked model again; when nothing else of the run was left to do, the run goes on with it.
     *
     * @param model its name in the run
     * @throws RefusedException when it is not parked, cannot be asked, or the run's budget is spent
     */
    @Transactional
    public Run resume(UUID id, String model) {
        Run run = Run.locked(id);
        List<RunModel> models = RunModel.of(id);
        RunModel parked = named(models, model);
        if (!parked.isParked() || run.status == RunStatus.CANCELLED) {
            throw conflict("The model “" + parked.name() + "” is not parked in this run, so it cannot be asked again.");
        }
        lanes.unpark(id, parked.place());
        obstacle(id, List.of(parked)).ifPresent(why -> {
            throw conflict(why);
        });
        if (run.status.isResumable() && models.stream().noneMatch(RunModel::isOpen)) {
            run.resume();
            spending.refuseWhenSpent(run);
        } else {
            run.turn();
        }
        moved.fire(new RunMoved(id));
        return run;
    }

    /**
     * Takes a model out of the run: what it has not made by now it never will; the haiku that are there stay.
     *
     * @param model its name in the run
     * @throws RefusedException when it is the last of the run, or the run has ended
     */
    @Transactional
    public Run drop(UUID id, String model) {
        Run run = Run.locked(id);
        List<RunModel> models = RunModel.of(id);
        RunModel wanted = named(models, model);
        if (!run.status.isCancellable() || wanted.dropped() || wanted.isDone()) {
            throw conflict("The model “" + wanted.name() + "” has nothing left to do in this run.");
        }
        if (models.stream().filter(other -> !other.dropped()).count() == 1) {
            throw conflict(
                    "“" + wanted.name() + "” is the only model that is left in this run. Cancel the run instead.");
        }
        lanes.drop(id, wanted.place());
        plan.cancelDropped(id);
        course.settle(run);
        moved.fire(new RunMoved(id));
        return run;
    }

    /** Asks all parked models again when no other has anything to do; refuses when none of those that have can be asked. */
    void takeUp(Run run) {
        List<RunModel> models = RunModel.of(run.id);
        List<RunModel> open = models.stream().filter(RunModel::isOpen).toList();
        List<RunModel> wanted =
                open.isEmpty() ? models.stream().filter(RunModel::isParked).toList() : open;
        wanted.forEach(model -> lanes.unpark(run.id, model.place()));
        obstacle(run.id, wanted).ifPresent(why -> {
            throw conflict(why);
        });
    }

    /** What stands in the way of all of these models; empty when one of them can be asked, or there is none. */
    private Optional<String> obstacle(UUID run, List<RunModel> models) {
        List<LaneTable.State> states = lanes.of(run);
        List<String> obstacles = models.stream()
                .flatMap(model -> states.get(model.place()).obstacle().stream())
                .toList();
        return obstacles.isEmpty() || obstacles.size() < models.size()
                ? Optional.empty()
                : Optional.of(String.join(" ", obstacles));
    }

    private static RunModel named(List<RunModel> models, String name) {
        return models.stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        RefusedException.Kind.UNKNOWN,
                        "This run does not ask a model named “" + name + "”; it asks "
                                + models.stream().map(RunModel::name).toList() + "."));
    }

    private static RefusedException conflict(String why) {
        return new RefusedException(RefusedException.Kind.CONFLICT, why);
    }
}
