package org.kukai.ranking;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.cache.CacheResult;

import org.kukai.annotation.Round;

/**
 * What votes mean, for those who look. Each answer is kept for a while and given again as long as there are no new votes, or with
 * many votes about as many, so that a page that is looked at often does not count a large round each time.
 */
@ApplicationScoped
public class Rankings {
    private final Kept kept;

    Rankings(Kept kept) {
        this.kept = kept;
    }

    /**
     * Which models people prefer.
     *
     * @throws org.kukai.RefusedException when there is no such round
     */
    @Transactional
    public ModelRanking models(Scope scope) {
        return kept.models(known(scope), scope.state());
    }

    /** The poems of the prompts with the most votes, one page of prompts; the first is 1. */
    @Transactional
    public List<PoemRanking> poems(Scope scope, int page, int size) {
        return kept.poems(known(scope), scope.state(), page, size);
    }

    /** Whether people prefer the poem with the better form. */
    @Transactional
    public FormPreference form(Scope scope) {
        return kept.form(known(scope), scope.state());
    }

    /** How far the raters of a round say the same. */
    @Transactional
    public Agreement agreement(UUID round) {
        Scope scope = new Scope(round);
        return kept.agreement(known(scope), scope.state());
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
            return Agreement.of(Round.get(Objects.requireNonNull(scope.round())));
        }
    }
}
