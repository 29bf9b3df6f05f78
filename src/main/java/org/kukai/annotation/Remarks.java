package org.kukai.annotation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/**
 * What a rater may add to a vote, then or later. Making one checks it.
 *
 * @param strength how sure the rater is; null when not said
 * @param reasons tags of the round; null when not said, which is not the same as none
 * @param comment at most {@link #COMMENT_LIMIT} characters; null when not said, empty to take one back
 */
public record Remarks(
        @Nullable Strength strength,
        @Nullable List<String> reasons,
        @Nullable String comment) {
    public static final int COMMENT_LIMIT = 2000;

    /** Nothing: what was said before stays. */
    public static final Remarks NONE = new Remarks(null, null, null);

    public Remarks {
        reasons = reasons == null ? null : List.copyOf(reasons);
        comment = comment == null ? null : comment.strip();
        if (comment != null) {
            int length = comment.codePointCount(0, comment.length());
            if (length > COMMENT_LIMIT) {
                throw invalid("A comment has at most 2,000 characters; this one has " + length + ".");
            }
            WrittenText.refuseUnstorable("A comment", comment);
        }
    }

    boolean isNothing() {
        return strength == null && reasons == null && comment == null;
    }

    /** Whether nothing is said, or that there is nothing to say. */
    public boolean isEmpty() {
        return strength == null && (reasons == null || reasons.isEmpty()) && (comment == null || comment.isEmpty());
    }

    /** Refuses what does not go with the choice or is no tag of the round. */
    void checkFor(Choice choice, Round round) {
        if (strength != null && !choice.isSided()) {
            throw invalid("Only a vote for one of the two poems is slight or clear, not “" + choice.spelled() + "”.");
        }
        for (String reason : reasons == null ? List.<String>of() : reasons) {
            if (!round.tags.contains(reason)) {
                throw invalid("“" + reason + "” is no reason that this round offers"
                        + (round.tags.isEmpty() ? "; it offers none." : ": " + String.join(", ", round.tags) + "."));
            }
        }
    }

    private static RefusedException invalid(String why) {
        return new RefusedException(RefusedException.Kind.INVALID, why);
    }
}
