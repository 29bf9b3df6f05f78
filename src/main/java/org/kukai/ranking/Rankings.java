package org.kukai.ranking;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.kukai.annotation.Round;
import org.kukai.ranking.LateFigures.Told;

/**
 * What votes mean, for those who look. With many votes an answer is given again until the next is counted behind them; see {@link
 * LateFigures}. What returns a {@link Told} never waits for many votes to be counted.
 */
@ApplicationScoped
public class Rankings {
    /** Seconds that the votes of all rounds may take to be counted. */
    public static final int PATIENCE = 600;

    private final LateFigures late;

    Rankings(LateFigures late) {
        this.late = late;
    }

    /** Models, form and poems together, as a page shows them. */
    public record Said(ModelRanking models, FormPreference form, List<PoemRanking> poems) {
        public Said {
            poems = List.copyOf(poems);
        }
    }

    /**
     * Which models people prefer.
     *
     * @throws org.kukai.RefusedException when there is no such round
     */
    public ModelRanking models(Scope scope) {
        return late.await("models", known(scope), () -> ModelRanking.of(scope)).figures();
    }

    /** The poems of the prompts with the most votes, one page of prompts; the first is 1. */
    public List<PoemRanking> poems(Scope scope, int page, int size) {
        return late.await(poems(page, size), known(scope), () -> PoemRanking.of(scope, page, size))
                .figures();
    }

    /** Whether people prefer the poem with the better form. */
    public FormPreference form(Scope scope) {
        return late.await("form", known(scope), () -> FormPreference.of(scope)).figures();
    }

    /** All of these that is known; of the poems those of so many prompts. Empty while they are counted for the first time. */
    public Optional<Told<Said>> said(Scope scope, int prompts) {
        known(scope);
        Optional<Told<ModelRanking>> models = late.look("models", scope, () -> ModelRanking.of(scope));
        Optional<Told<FormPreference>> form = late.look("form", scope, () -> FormPreference.of(scope));
        Optional<Told<List<PoemRanking>>> poems =
                late.look(poems(1, prompts), scope, () -> PoemRanking.of(scope, 1, prompts));
        if (models.isEmpty() || form.isEmpty() || poems.isEmpty()) {
            return Optional.empty();
        }
        Instant at = Collections.min(
                List.of(models.get().at(), form.get().at(), poems.get().at()));
        return Optional.of(new Told<>(
                new Said(
                        models.get().figures(),
                        form.get().figures(),
                        poems.get().figures()),
                at));
    }

    /** How far the raters of a round say the same. */
    public Agreement agreement(UUID round) {
        return late.await("agreement", of(round), () -> Agreement.of(Round.get(round)))
                .figures();
    }

    /** The same, as far as it is known. */
    public Optional<Told<Agreement>> lateAgreement(UUID round) {
        return late.look("agreement", of(round), () -> Agreement.of(Round.get(round)));
    }

    /** The plain share of agreeing pairs of votes; empty inside while no pair has two. */
    public Optional<Told<OptionalDouble>> plainAgreement(UUID round) {
        return late.look("raw", of(round), () -> RoundAgreement.raw(Round.get(round)));
    }

    /** What can be told of each rater of a round. */
    public List<RoundAgreement.Rater> raters(UUID round) {
        return late.await("raters", of(round), () -> RoundAgreement.raters(Round.get(round)))
                .figures();
    }

    /** How the raters of a round answer. */
    public List<RaterQuality> quality(UUID round) {
        return RoundQuality.weighed(
                round,
                late.await("quality", of(round), () -> RoundQuality.of(Round.get(round)))
                        .figures());
    }

    /** The same, as far as it is known; what their votes count for is always that of now. */
    public Optional<Told<List<RaterQuality>>> lateQuality(UUID round) {
        return late.look("quality", of(round), () -> RoundQuality.of(Round.get(round)))
                .map(told -> new Told<>(RoundQuality.weighed(round, told.figures()), told.at()));
    }

    private static String poems(int page, int size) {
        return "poems " + page + " " + size;
    }

    private static Scope of(UUID round) {
        return known(new Scope(round));
    }

    private static Scope known(Scope scope) {
        if (scope.round() != null) {
            Round.get(scope.round());
        }
        return scope;
    }
}
