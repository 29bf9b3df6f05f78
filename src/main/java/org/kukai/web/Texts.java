package org.kukai.web;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/** Reads a list of texts out of a request. */
public final class Texts {
    /** As many wrong elements as an answer names. */
    private static final int NAMED = 100;

    /** A thousand long answers; more would make an answer of our own that fills the memory. */
    private static final long MOST_CHARACTERS = 1_000_000;

    private Texts() {}

    /**
     * The texts in a field.
     *
     * @throws RefusedException when there is no such list, it holds more than {@code most}, one of them is null, or they are longer
     *     than an answer about each of their words can be
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
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String text = given.get(i);
            if (text == null) {
                missing.add(i);
            } else {
                texts.add(text);
            }
        }
        if (!missing.isEmpty()) {
            throw new WrongElementsException(
                    field, missing.subList(0, Math.min(NAMED, missing.size())), "is null, not a text.");
        }
        refuseIfTooLong(field, texts);
        return texts;
    }

    private static void refuseIfTooLong(String field, List<String> texts) {
        long characters = texts.stream().mapToLong(String::length).sum();
        if (characters > MOST_CHARACTERS) {
            throw new RefusedException(
                    RefusedException.Kind.TOO_LARGE,
                    "The " + field + " of a call have at most " + MOST_CHARACTERS + " characters together; these have "
                            + characters + ". Send them in several calls.");
        }
    }
}
