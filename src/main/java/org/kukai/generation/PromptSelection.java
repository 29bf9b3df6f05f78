package org.kukai.generation;

import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.hibernate.query.CommonQueryContract;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.prompt.Split;

/**
 * Which prompts a run asks: of one split or both, those that hold the words searched for, at most so many. A limit draws a mixed lot:
 * the same one each time, as long as the prompts are the same.
 */
@Embeddable
public record PromptSelection(
        @Column(name = "prompt_split") @Enumerated(EnumType.STRING) @Nullable
        Split split,

        @Column(name = "prompt_search") @Nullable String search,
        @Column(name = "prompt_limit") @Nullable Integer limit) {

    public PromptSelection {
        search = search == null || search.isBlank() ? null : search.strip();
        if (limit != null && limit < 1) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "At least one prompt must be asked, not " + limit + "; leave the limit empty for all.");
        }
    }

    /** In words: "training prompts with “moss”, at most 100". */
    public String inWords() {
        String which = split == null ? "all prompts" : split == Split.TRAIN ? "training prompts" : "held-out prompts";
        return which
                + Optional.ofNullable(search).map(s -> " with “" + s + "”").orElse("")
                + (limit == null ? "" : ", at most " + limit);
    }

    String where() {
        return " where (cast(:split as text) is null or p.split = :split)"
                + " and (cast(:words as text) is null or p.text ilike :words escape '!')";
    }

    <Q extends CommonQueryContract> Q bind(Q query) {
        query.setParameter("split", splitName()).setParameter("words", words());
        return query;
    }

    private @Nullable String splitName() {
        return split == null ? null : split.name();
    }

    private @Nullable String words() {
        return search == null ? null : "%" + search.replaceAll("[!%_]", "!$0") + "%";
    }
}
