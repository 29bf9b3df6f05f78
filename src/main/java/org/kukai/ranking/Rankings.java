package org.kukai.ranking;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.cache.CacheResult;
import io.quarkus.narayana.jta.QuarkusTransaction;

import org.kukai.annotation.Round;

/**
 * What votes mean, for those who look. Each answer is kept for a while and given again as long as there are no new votes, or with
 * many votes about as many, so that a page that is looked at often does not count a large round each time.
 */
@ApplicationScoped
public class Rankings {
    /** Seconds that the votes of all rounds may take to be counted. */
    public static final int PATIENCE = 600;

    private final Kept kept;

    Rankings(Kept kept) {
        this.kept = kept;
    }

    /**
     * Which models people prefer.
     *
     * @throws org.kukai.RefusedException when there is no such round
     */
    public ModelRanking models(Scope scope) {
        return counted(() -> kept.models(known(scope), scope.state()));
    }

    /** The poems of the prompts with the most votes, one page of prompts; the first is 1. */
    public List<PoemRanking> poems(Scope scope, int page, int size) {
        return counted(() -> kept.poems(known(scope), scope.state(), page, size));
    }

    /** Whether people prefer the poem with the better form. */
    public FormPreference form(Scope scope) {
        return counted(() -> kept.form(known(scope), scope.state()));
    }

    /** How far the raters of a round say the same. */
    public Agreement agreement(UUID round) {
        Scope scope = new Scope(round);
        return counted(() -> kept.agreement(known(scope), scope.state()));
    }

    /** What can be told of each rater of a round. */
    public List<RoundAgreement.Rater> raters(UUID round) {
        Scope scope = new Scope(round);
        return counted(() -> kept.raters(known(scope), scope.state()));
    }

    private static <T> T counted(Callable<T> count) {
        return QuarkusTransaction.joiningExisting().timeout(PATIENCE).call(count);
    }

    private static Scope known(Scope scope) {
        if (scope.round() != null) {
            Round.get(scope.round());
        }
        return scope;
    }

    /** The answers that are kept, by the state of the votes. */
    @ApplicationScoped
    static class Kept {
        @CacheResult(cacheName = "rankings-models")
        ModelRanking models(Scope scope, String state) {
            return ModelRanking.of(scope);
        }

        @CacheResult(cacheName = "rankings-poems")
        List<PoemRanking> poems(Scope scope, String state, int page, int size) {
            return PoemRanking.of(scope, page, size);
        }

        @CacheResult(cacheName = "rankings-form")
        FormPreference form(Scope scope, String state) {
            return FormPreference.of(scope);
        }

        @CacheResult(cacheName = "rankings-agreement")
        Agreement agreement(Scope scope, String state) {
            return Agreement.of(round(scope));
        }

        @CacheResult(cacheName = "rankings-raters")
        List<RoundAgreement.Rater> raters(Scope scope, String state) {
            return RoundAgreement.raters(round(scope));
        }

        private static Round round(Scope scope) {
            return Round.get(Objects.requireNonNull(scope.round()));
        }
    }
}
