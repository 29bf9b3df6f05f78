package org.kukai.web.prompt;

import org.jspecify.annotations.Nullable;

/** What was written and chosen in the forms that add prompts, to show it again after a refusal; a file has to be chosen again. */
record NewPromptsForm(String texts, String split, String format, String uploadSplit) {
    static final NewPromptsForm EMPTY = new NewPromptsForm("", "", "", "");

    static NewPromptsForm written(String texts, @Nullable String split) {
        return new NewPromptsForm(texts, text(split), "", "");
    }

    static NewPromptsForm uploaded(@Nullable String format, @Nullable String split) {
        return new NewPromptsForm("", "", text(format), text(split));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
