package org.kukai.generation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.kukai.llm.Model;

/**
 * Says beforehand what a run would take, model by model: from the latest answers of the model, to the same messages where it has given any, such as
 * those of a preview; else from the lengths of what it is asked.
 */
@ApplicationScoped
public class Estimates {
    private static final double LETTERS_IN_A_TOKEN = 4;
    private static final double USUAL_ANSWER = 40;
    /** How many calls are in flight where the run adapts: a guess on the low side. */
    private static final int USUALLY_IN_FLIGHT = 8;

    private final Session entities;
    private final Runs runs;
    private final Evidence evidence;

    Estimates(Session entities, Runs runs, Evidence evidence) {
        this.entities = entities;
        this.runs = runs;
        this.evidence = evidence;
    }

    /** Refuses what an order of a run would refuse, apart from there being no prompt. */
    @Transactional
    public Estimate of(RunOrder order) {
        order.settings().check();
        List<Model> models = Runs.models(order.models());
        Spending.currency(order.settings(), models);
        long prompts = runs.countPrompts(order.prompts());
        long samples = prompts * order.settings().samplesPerPrompt();
        double letters = averageLength(order);
        return new Estimate(
                prompts,
                samples * models.size(),
                models.stream()
                        .map(model -> of(model, order.settings(), prompts, letters))
                        .toList());
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

    private Estimate.OfModel of(Model model, RunSettings settings, long prompts, double letters) {
        Evidence.Findings found = evidence.of(model.id, settings);
        boolean known = found.answers() > 0;
        long samples = prompts * settings.samplesPerPrompt();
        int together = together(model, settings);
        double again = known ? samples * (found.calls() - 1) : 0;
        long calls = Math.round(prompts * Math.ceilDiv(settings.samplesPerPrompt(), together) + again);
        long promptTokens = Math.round(calls * letters * (known ? found.promptTokens() : 1 / LETTERS_IN_A_TOKEN));
        double answer = known ? found.answerTokens() : USUAL_ANSWER;
        double longest = settings.maxTokens() * (known ? found.calls() : 1);
        long completionTokens = Math.round(samples * Math.min(answer, longest));
        return new Estimate.OfModel(
                model.name,
                known,
                restsOn(model, found, together),
                calls,
                promptTokens,
                completionTokens,
                cost(model, promptTokens, completionTokens),
                model.currency,
                seconds(found, settings, calls, promptTokens + completionTokens));
    }

    /** How many samples a call is asked for, as far as is known of the server. */
    private static int together(Model model, RunSettings settings) {
        if (settings.seed() != null || Boolean.FALSE.equals(model.givesSeveral)) {
            return 1;
        }
        Integer most = settings.samplesPerCall();
        return Math.min(most == null ? Caller.AT_ONCE : most, settings.samplesPerPrompt());
    }

    private static @Nullable BigDecimal cost(Model model, long promptTokens, long completionTokens) {
        BigDecimal free = model.isComposer() ? BigDecimal.ZERO : null;
        return model.cost(promptTokens, completionTokens).orElse(free);
    }

    private static String restsOn(Model model, Evidence.Findings found, int together) {
        String basis = found.answers() == 0
                ? "It has given no haiku yet: from the lengths of the messages, and answers of " + (int) USUAL_ANSWER
                        + " tokens."
                : "From its latest " + found.answers() + (found.answers() == 1 ? " answer" : " answers") + " to "
                        + (found.sameTemplates() ? "the same" : "other") + " messages.";
        boolean supposed = together > 1 && model.givesSeveral == null && !model.isComposer();
        return supposed ? basis + " Supposed that its server gives several answers to one call." : basis;
    }

    private static @Nullable Long seconds(Evidence.Findings found, RunSettings settings, long calls, long tokens) {
        if (found.answers() == 0) {
            return null;
        }
        Integer given = settings.maxInFlight();
        double inFlight = given == null ? USUALLY_IN_FLIGHT : given;
        double seconds = calls * found.latencyMillis() / 1000 / inFlight;
        seconds = Math.max(seconds, atPace(calls, settings.requestsPerMinute()));
        return (long) Math.ceil(Math.max(seconds, atPace(tokens, settings.tokensPerMinute())));
    }

    private static double atPace(long amount, @Nullable Integer perMinute) {
        return perMinute == null ? 0 : 60.0 * amount / perMinute;
    }

    /** Of the two messages of a call together, in characters. */
    private double averageLength(RunOrder order) {
        return order.prompts()
                .bind(entities.createNativeQuery(
                        "select cast(coalesce(avg(length(replace(:system, :place, p.text))"
                                + " + length(replace(:user, :place, p.text))), 0) as double precision) from prompt p"
                                + order.prompts().where(),
                        Double.class))
                .setParameter("place", RunSettings.PLACE)
                .setParameter("system", order.settings().systemTemplate())
                .setParameter("user", order.settings().userTemplate())
                .getSingleResult();
    }
}
