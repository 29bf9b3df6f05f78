package org.kukai.generation;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.kukai.llm.Model;

/** Says beforehand what a run would take: from what its models have done before, else from the lengths of what they are asked. */
@ApplicationScoped
public class Estimates {
    private static final double LETTERS_IN_A_TOKEN = 4;
    private static final double USUAL_ANSWER = 40;
    /** How many calls are in flight where the run adapts: a guess on the low side. */
    private static final int USUALLY_IN_FLIGHT = 8;

    /** What a model has done in all its runs. */
    record History(long calls, long ended, long promptTokens, long completionTokens, long latencyMillis) {}

    private final Session entities;
    private final Runs runs;

    Estimates(Session entities, Runs runs) {
        this.entities = entities;
        this.runs = runs;
    }

    /** Refuses what an order of a run would refuse, apart from there being no prompt. */
    @Transactional
    public Estimate of(RunOrder order) {
        order.settings().check();
        List<Model> models = Runs.models(order.models());
        long prompts = runs.countPrompts(order.prompts());
        long samples = prompts * order.settings().samplesPerPrompt();
        return new Estimate(
                prompts,
                samples * models.size(),
                models.stream().map(model -> of(model, order, samples)).toList());
    }

    /** The first prompt that an order would ask, as an example of what its templates make of it. */
    @Transactional
    public Optional<String> example(PromptSelection selection) {
        return selection
                .bind(entities.createNativeQuery(
                        "select p.text from prompt p" + selection.where() + " order by md5(p.id::text) limit 1",
                        String.class))
                .uniqueResultOptional();
    }

    private Estimate.OfModel of(Model model, RunOrder order, long samples) {
        History history = history(model);
        RunSettings settings = order.settings();
        boolean known = history.ended() > 0;
        double callsEach = known ? (double) history.calls() / history.ended() : 1;
        long calls = Math.round(samples * callsEach);
        long promptTokens = Math.round(samples
                * (known
                        ? (double) history.promptTokens() / history.ended()
                        : (settings.systemTemplate().length()
                                        + settings.userTemplate().length()
                                        + averageLength(order.prompts()))
                                / LETTERS_IN_A_TOKEN));
        long completionTokens = Math.round(samples
                * (known
                        ? (double) history.completionTokens() / history.ended()
                        : Math.min(USUAL_ANSWER, settings.maxTokens())));
        return new Estimate.OfModel(
                model.name,
                known,
                calls,
                promptTokens,
                completionTokens,
                model.cost(promptTokens, completionTokens).orElse(null),
                seconds(history, settings, calls, promptTokens + completionTokens));
    }

    private static @Nullable Long seconds(History history, RunSettings settings, long calls, long tokens) {
        if (history.calls() == 0) {
            return null;
        }
        Integer given = settings.maxInFlight();
        double inFlight = given == null ? USUALLY_IN_FLIGHT : given;
        double seconds = calls * ((double) history.latencyMillis() / history.calls()) / 1000 / inFlight;
        seconds = Math.max(seconds, atPace(calls, settings.requestsPerMinute()));
        return (long) Math.ceil(Math.max(seconds, atPace(tokens, settings.tokensPerMinute())));
    }

    private static double atPace(long amount, @Nullable Integer perMinute) {
        return perMinute == null ? 0 : 60.0 * amount / perMinute;
    }

    private History history(Model model) {
        return entities.createNativeQuery("""
                        select cast(coalesce(sum(calls), 0) as bigint),
                               cast(coalesce(sum(failed + score_0 + score_1 + score_2 + score_3 + score_4), 0) as bigint),
                               cast(coalesce(sum(prompt_tokens), 0) as bigint), cast(coalesce(sum(completion_tokens), 0) as bigint),
                               cast(coalesce(sum(latency_millis), 0) as bigint)
                        from run_model where model_id = :model""", History.class)
                .setParameter("model", model.id)
                .getSingleResult();
    }

    private double averageLength(PromptSelection selection) {
        return selection
                .bind(entities.createNativeQuery(
                        "select cast(coalesce(avg(length(p.text)), 0) as double precision) from prompt p"
                                + selection.where(),
                        Double.class))
                .getSingleResult();
    }
}
