package org.kukai.generation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.llm.Model;

/** What can be changed of a run that was ordered: its budget, and how many samples it makes. */
@ApplicationScoped
public class RunChanges {
    private final Plan plan;
    private final Spending spending;
    private final Event<RunMoved> moved;

    RunChanges(Plan plan, Spending spending, Event<RunMoved> moved) {
        this.plan = plan;
        this.spending = spending;
        this.moved = moved;
    }

    /**
     * Changes what the run may spend; null for no limit.
     *
     * @throws RefusedException when a budget is not more than 0, a model that is asked has no price, or prices are in several currencies
     */
    @Transactional
    public Run budget(UUID id, @Nullable Long tokens, @Nullable BigDecimal money) {
        Run run = Run.locked(id);
        RunSettings settings = run.settings.withBudgets(tokens, money);
        settings.check();
        boolean wasSpent = spending.spent(run).isPresent();
        run.settings = settings;
        run.currency = Spending.currency(settings, models(id)).orElse(run.currency);
        Optional<String> spent = spending.spent(run);
        if (spent.isPresent() && run.status.isActive()) {
            run.pause(spent.get() + " Raise the budget and resume to go on.");
        } else if (wasSpent && spent.isEmpty()) {
            run.forgetReason();
        }
        moved.fire(new RunMoved(id));
        return run;
    }

    private static List<Model> models(UUID run) {
        return RunModel.of(run).stream()
                .filter(model -> !model.dropped())
                .map(model -> Model.<Model>findById(model.modelId()))
                .toList();
    }

    /**
     * Plans further samples of every prompt of the run, by each of its models, and sets it in motion unless it is halted.
     *
     * @param samples how many of each prompt
     * @param fewerThan only of prompts that have fewer 5-7-5 haiku than so; null for all
     * @throws RefusedException when the run was cancelled, no prompt has so few, or that makes too many
     */
    @Transactional
    public Run addSamples(UUID id, int samples, @Nullable Integer fewerThan) {
        Run run = Run.locked(id);
        if (run.status == RunStatus.CANCELLED) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT, "This run was cancelled. Order a new one with its settings.");
        }
        if (samples < 1 || (fewerThan != null && fewerThan < 1)) {
            throw Runs.refuse("At least one sample is added, and “fewer than” begins at 1.");
        }
        int before = run.settings.samplesPerPrompt();
        RunSettings settings = run.settings.withSamplesPerPrompt(before + samples);
        settings.check();
        long models = RunModel.of(id).stream().filter(model -> !model.dropped()).count();
        boolean open = !plan.isPartlyClosed(id);
        int prompts = run.prompts;
        if (fewerThan == null) {
            plan.add(id, 1, prompts, before, samples, open);
        } else {
            prompts = plan.addWhereFewer(id, fewerThan, before, samples, open);
        }
        if (prompts == 0) {
            throw Runs.refuse("Every prompt of this run has " + fewerThan + " correct haiku or more.");
        }
        run.planned = Runs.planned(run.planned + (long) prompts * samples * models);
        run.settings = settings;
        if (run.status == RunStatus.COMPLETED) {
            run.setInMotion();
        }
        moved.fire(new RunMoved(id));
        return run;
    }
}
