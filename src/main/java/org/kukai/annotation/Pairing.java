package org.kukai.annotation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.hibernate.Session;

import org.kukai.RefusedException;

/** How the pairs of a round are chosen. Both poems of a pair always answer the same prompt. */
public enum Pairing {
    /** The best form of a prompt against the worst: says whether people hear what the syllable counter counts. */
    BEST_WORST("Best against worst form", "prompts with two poems of different score"),
    /** Two 5-7-5 poems: form is equal, so taste alone decides. */
    BOTH_CORRECT("Both correct: taste alone", "prompts with two different 5-7-5 poems"),
    /** Any two poems. */
    RANDOM("Random", "prompts with two different poems"),
    /** One poem of each of two models. */
    MODEL_VS_MODEL("Model against model", "prompts that both models have answered, each differently"),
    /** Every poem once, then those pairs that tell most, as far as the votes have told: for a ranking with few votes. */
    ACTIVE("Active: the pairs that tell most", "prompts with two different poems");

    private static final int USUAL_VOTES = 3;

    private final String title;
    private final String need;

    Pairing(String title, String need) {
        this.title = title;
        this.need = need;
    }

    /** The names of the models whose haiku can be paired. */
    public static List<String> writers() {
        return Round.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("select distinct model from authorship order by model", String.class)
                .getResultList();
    }

    /** As people read it. */
    public String title() {
        return title;
    }

    /**
     * How many votes a pair gets when nobody says: three; in active rounds one, because there a vote on another pair always tells more
     * than a second one on the same.
     */
    public int usualVotes() {
        return this == ACTIVE ? 1 : USUAL_VOTES;
    }

    /** What this pairing looks for, to end the sentence "there are no ...". */
    String need() {
        return need;
    }

    /** As the API and forms spell it: {@code best-worst}. */
    public String spelled() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The pairing of that spelling.
     *
     * @throws RefusedException when there is none
     */
    public static Pairing ofSpelled(String spelled) {
        return Arrays.stream(values())
                .filter(pairing -> pairing.spelled().equals(spelled))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        RefusedException.Kind.INVALID,
                        "There is no pairing “" + spelled + "”. Choose one of "
                                + Arrays.stream(values()).map(Pairing::spelled).collect(Collectors.joining(", "))
                                + "."));
    }
}
