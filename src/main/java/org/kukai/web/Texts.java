package org.kukai.web;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/** Reads a list of texts out of a request. */
public final class Texts {
    private Texts() {}

    /**
     * The texts in a field.
     *
     * @throws RefusedException when there is no such list, it holds more than {@code most}, or one of them is null
     */
    public static List<String> required(String field, @Nullable List<@Nullable String> given, int most) {
        if (given == null) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID, "Send a JSON object with a list of texts as \"" + field + "\".");
        }
        if (given.size() > most) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "A call takes at most " + most + " " + field + "; this one has " + given.size() + ".");
        }
        List<String> texts = new ArrayList<>(given.size());
        for (String text : given) {
            if (text == null) {
                throw new RefusedException(
                        RefusedException.Kind.INVALID, field + "[" + texts.size() + "] is null, not a text.");
            }
            texts.add(text);
        }
        return texts;
    }
}
