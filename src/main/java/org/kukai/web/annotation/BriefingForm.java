package org.kukai.web.annotation;

import java.util.Objects;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import org.kukai.annotation.PracticePair;
import org.kukai.annotation.Round;

/** What is told to raters, as the three forms of its page were filled in; each sends its own fields, the others are null. */
record BriefingForm(
        @RestForm @Nullable String text,
        @RestForm @Nullable String tags,
        @RestForm @Nullable String prompt,
        @RestForm @Nullable String left,
        @RestForm @Nullable String right,
        @RestForm @Nullable String better,
        @RestForm @Nullable String reason) {
    static final BriefingForm EMPTY = new BriefingForm(null, null, null, null, null, null, null);

    /** The forms as they are shown: what was sent, and what holds now for all that was not. */
    BriefingForm orOf(Round round, PracticePair practice) {
        return new BriefingForm(
                Objects.requireNonNullElse(text, round.guidelines),
                Objects.requireNonNullElseGet(tags, () -> String.join("\n", round.tags)),
                Objects.requireNonNullElse(prompt, practice.prompt),
                Objects.requireNonNullElse(left, practice.left),
                Objects.requireNonNullElse(right, practice.right),
                Objects.requireNonNullElseGet(better, () -> practice.better.spelled()),
                Objects.requireNonNullElse(reason, practice.reason));
    }
}
