package org.kukai.annotation;

import java.util.List;

import org.kukai.RefusedException;
import org.kukai.account.Names;

/**
 * What an admin asks of a round before it is opened. Making one checks it.
 *
 * @param guidelines Markdown, shown to raters before their first vote; may be empty
 * @param models for {@link Pairing#MODEL_VS_MODEL} the two models' names, else empty
 * @param pairs how many pairs are wanted, 1 to 1,000,000; to 50,000 for {@link Pairing#ACTIVE}
 * @param votesPerPair how many raters usually vote on each pair, 1 to 100
 */
public record RoundDraft(
        String name,
        String question,
        String guidelines,
        Pairing pairing,
        List<String> models,
        int pairs,
        int votesPerPair,
        RoundRules rules) {
    /** What is asked when an admin asks nothing else. */
    public static final String USUAL_QUESTION = "Which haiku do you prefer?";

    /** How many pairs a round can have. */
    static final int PAIRS_LIMIT = 1_000_000;

    private static final int NAME_LIMIT = 200;
    private static final int QUESTION_LIMIT = 500;
    private static final int GUIDELINES_LIMIT = 20_000;
    private static final int VOTES_LIMIT = 100;
    // Every batch of an active round looks at all that were asked before.
    private static final int ACTIVE_LIMIT = 50_000;

    /** A draft with the usual rules. */
    public RoundDraft(
            String name,
            String question,
            String guidelines,
            Pairing pairing,
            List<String> models,
            int pairs,
            int votesPerPair) {
        this(name, question, guidelines, pairing, models, pairs, votesPerPair, RoundRules.USUAL);
    }

    public RoundDraft {
        name = name.strip();
        question = question.isBlank() ? USUAL_QUESTION : question.strip();
        models = modelsFor(pairing, models);
        checkLength("The name", name, NAME_LIMIT);
        Names.refuseInvisible(name);
        checkLength("The question", question, QUESTION_LIMIT);
        checkGuidelines(guidelines);
        RoundRules.checkRange("The number of pairs", pairs, 1, pairing == Pairing.ACTIVE ? ACTIVE_LIMIT : PAIRS_LIMIT);
        RoundRules.checkRange("The number of votes per pair", votesPerPair, 1, VOTES_LIMIT);
        if (votesPerPair + rules.moreVotes() > VOTES_LIMIT) {
            throw refuse("A pair gets at most " + VOTES_LIMIT + " votes; with those for split pairs it would be up to "
                    + (votesPerPair + rules.moreVotes()) + ". Lower the most votes of a split pair.");
        }
        if (rules.parts() > pairs) {
            throw refuse("A round of " + pairs + " pairs cannot have " + rules.parts()
                    + " parts: each needs a pair at least. Ask for more pairs or fewer parts.");
        }
        if (pairing == Pairing.ACTIVE) {
            checkActive(pairs, rules);
        } else if (rules.poems() != null) {
            throw refuse("The number of poems is for the pairing active only, not for " + pairing.spelled()
                    + ". Leave it empty.");
        }
    }

    /**
     * The names of the models that a pairing asks for.
     *
     * @throws RefusedException when they do not go with it
     */
    static List<String> modelsFor(Pairing pairing, List<String> given) {
        List<String> models =
                given.stream().map(String::strip).filter(m -> !m.isEmpty()).toList();
        models.forEach(model -> WrittenText.refuseUnstorable("The name of a model", model));
        if (pairing == Pairing.MODEL_VS_MODEL) {
            if (models.size() != 2 || models.get(0).equals(models.get(1))) {
                throw refuse("Model against model needs two different models; given: "
                        + (models.isEmpty() ? "none" : String.join(", ", models)) + ".");
            }
        } else if (!models.isEmpty()) {
            throw refuse("Models are named for the pairing model-vs-model only, not for " + pairing.spelled() + ".");
        }
        return models;
    }

    private static void checkActive(int pairs, RoundRules rules) {
        if (rules.parts() > 1) {
            throw refuse("An active round chooses its pairs for all raters together, so it has one part; given: "
                    + rules.parts() + ".");
        }
        Integer poems = rules.poems();
        if (poems != null && poems > 2L * pairs) {
            throw refuse(
                    poems + " poems need at least " + (poems + 1) / 2 + " pairs, so that each is compared once; given: "
                            + pairs + " pairs. Ask for more pairs or fewer poems.");
        }
    }

    static void checkGuidelines(String text) {
        WrittenText.refuseUnstorable("The guidelines", text);
        if (text.length() > GUIDELINES_LIMIT) {
            throw refuse("The guidelines have at most " + GUIDELINES_LIMIT + " characters; these have " + text.length()
                    + ".");
        }
    }

    private static void checkLength(String what, String text, int most) {
        WrittenText.refuseUnstorable(what, text);
        if (text.isEmpty() || text.length() > most) {
            throw refuse(what + " has 1 to " + most + " characters; this one has " + text.length() + ".");
        }
    }

    private static RefusedException refuse(String message) {
        return new RefusedException(RefusedException.Kind.INVALID, message);
    }
}
