package org.kukai.annotation;

import java.util.List;

import org.kukai.RefusedException;

/**
 * What an admin asks of a round before it is opened. Making one checks it.
 *
 * @param guidelines Markdown, shown to raters before their first vote; may be empty
 * @param models for {@link Pairing#MODEL_VS_MODEL} the two models' names, else empty
 * @param pairs how many pairs are wanted, 1 to 1,000,000
 * @param votesPerPair how many raters vote on each pair, 1 to 100
 */
public record RoundDraft(
        String name,
        String question,
        String guidelines,
        Pairing pairing,
        List<String> models,
        int pairs,
        int votesPerPair) {
    /** What is asked when an admin asks nothing else. */
    public static final String USUAL_QUESTION = "Which haiku do you prefer?";

    private static final int NAME_LIMIT = 200;
    private static final int QUESTION_LIMIT = 500;
    private static final int GUIDELINES_LIMIT = 20_000;
    private static final int PAIRS_LIMIT = 1_000_000;
    private static final int VOTES_LIMIT = 100;

    public RoundDraft {
        name = name.strip();
        question = question.isBlank() ? USUAL_QUESTION : question.strip();
        models = models.stream().map(String::strip).filter(m -> !m.isEmpty()).toList();
        checkLength("The name", name, 1, NAME_LIMIT);
        checkLength("The question", question, 1, QUESTION_LIMIT);
        checkLength("The guidelines", guidelines, 0, GUIDELINES_LIMIT);
        checkRange("The number of pairs", pairs, PAIRS_LIMIT);
        checkRange("The number of votes per pair", votesPerPair, VOTES_LIMIT);
        if (pairing == Pairing.MODEL_VS_MODEL) {
            if (models.size() != 2 || models.get(0).equals(models.get(1))) {
                throw refuse("Model against model needs two different models; given: "
                        + (models.isEmpty() ? "none" : String.join(", ", models)) + ".");
            }
        } else if (!models.isEmpty()) {
            throw refuse("Models are named for the pairing model-vs-model only, not for " + pairing.spelled() + ".");
        }
    }

    private static void checkLength(String what, String text, int least, int most) {
        if (text.length() < least || text.length() > most) {
            throw refuse(what + " has " + least + " to " + most + " characters; this one has " + text.length() + ".");
        }
    }

    private static void checkRange(String what, int number, int most) {
        if (number < 1 || number > most) {
            throw refuse(what + " is a whole number from 1 to " + most + "; given: " + number + ".");
        }
    }

    private static RefusedException refuse(String message) {
        return new RefusedException(RefusedException.Kind.INVALID, message);
    }
}
