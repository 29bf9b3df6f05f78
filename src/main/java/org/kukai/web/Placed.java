package org.kukai.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkus.qute.TemplateExtension;
import org.jspecify.annotations.Nullable;

/**
 * Words for two poems, which stand side by side on a wide screen and one above the other on a narrow one. The server does not know which;
 * so a sentence holds both words, as ⟦left|upper⟧, and the stylesheet shows the one that is true. The tag {@code told} prints such a sentence.
 */
@TemplateExtension
public final class Placed {
    public static final String LEFT = "⟦left|upper⟧";
    public static final String RIGHT = "⟦right|lower⟧";

    private static final Pattern EITHER = Pattern.compile("⟦([a-z]+)\\|([a-z]+)⟧");

    private Placed() {}

    /**
     * A piece of a sentence.
     *
     * @param text as it reads where the poems stand side by side
     * @param stacked the word where they stand one above the other; null when it is the same
     */
    public record Part(String text, @Nullable String stacked) {}

    /** The pieces of a sentence, in order. */
    static List<Part> placed(String sentence) {
        List<Part> parts = new ArrayList<>();
        Matcher either = EITHER.matcher(sentence);
        int from = 0;
        while (either.find()) {
            parts.add(new Part(sentence.substring(from, either.start()), null));
            parts.add(new Part(either.group(1), either.group(2)));
            from = either.end();
        }
        parts.add(new Part(sentence.substring(from), null));
        return parts;
    }
}
