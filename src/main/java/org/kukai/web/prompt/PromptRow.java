package org.kukai.web.prompt;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;

import org.kukai.haiku.PromptTally;
import org.kukai.prompt.Prompt;

/**
 * A prompt in a list.
 *
 * @param haiku how many candidates there are for it
 * @param best the highest of their scores, 0 to 4
 */
record PromptRow(
        UUID id,
        String text,
        String split,
        String source,
        long haiku,
        @JsonIgnore int best) {
    private static final int SHOWN = 160;

    static List<PromptRow> of(List<Prompt> prompts) {
        Map<UUID, PromptTally> tallies = PromptTally.of(prompts);
        return prompts.stream()
                .map(prompt -> of(prompt, tallies.getOrDefault(prompt.id, PromptTally.NOTHING)))
                .toList();
    }

    private static PromptRow of(Prompt prompt, PromptTally tally) {
        return new PromptRow(
                prompt.id, prompt.text, prompt.split.spelled(), prompt.source, tally.haiku(), tally.bestScore());
    }

    /** The text, or its beginning. */
    @JsonIgnore
    public String beginning() {
        if (text.codePointCount(0, text.length()) <= SHOWN) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
