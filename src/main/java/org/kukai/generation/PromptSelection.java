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
 *
 * @param fewerThan only prompts that have fewer 5-7-5 haiku than so; null for all
 */
@Embeddable
public record PromptSelection(
        @Column(name = "prompt_split") @Enumerated(EnumType.STRING) @Nullable
        Split split,

        @Column(name = "prompt_search") @Nullable String search,
        @Column(name = "prompt_limit") @Nullable Integer limit,
        @Column(name = "prompt_fewer_than") @Nullable Integer fewerThan) {

    public PromptSelection {
        search = search == null || search.isBlank() ? null : search.strip();
        if (limit != null && limit < 1) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "At least one prompt must be asked, not " + limit + "; leave the limit empty for all.");
        }
        if (fewerThan != null && fewerThan < 1) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "“Fewer than” so many 5-7-5 haiku begins at 1, not " + fewerThan
                            + "; leave it empty for all prompts.");
        }
    }

    /** However many haiku they have. */
    public PromptSelection(@Nullable Split split, @Nullable String search, @Nullable Integer limit) {
        this(split, search, limit, null);
    }

    /** In words: "training prompts with “moss”, at most 100". */
    public String inWords() {
        String which = split == null ? "all prompts" : split == Split.TRAIN ? "training prompts" : "held-out prompts";
        return which
                + Optional.ofNullable(search).map(s -> " with “" + s + "”").orElse("")
                + (fewerThan == null ? "" : " that have fewer than " + fewerThan + " correct haiku")
                + (limit == null ? "" : ", at most " + limit);
    }

    String where() {
        return " where (cast(:split as text) is null or p.split = :split)"
                + " and (cast(:words as text) is null or p.text ilike :words escape '!')"
                + (fewerThan == null
                        ? ""
                        : " and (select count(*) from haiku h where h.prompt_id = p.id and h.score = 4) < "
                                + fewerThan);
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
