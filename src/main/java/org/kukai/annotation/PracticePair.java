package org.kukai.annotation;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import org.kukai.RefusedException;

/** A pair with an answer and its reason, by which raters learn how it is done. A round has its own, or the built-in one. */
@Entity
public class PracticePair extends PanacheEntityBase {
    private static final int TEXT_LIMIT = 500;
    private static final int REASON_LIMIT = 1000;

    @Id
    UUID roundId;

    public String prompt;

    @Column(name = "one")
    public String left;

    @Column(name = "other")
    public String right;

    @Enumerated(EnumType.STRING)
    public Choice better;

    public String reason;

    /** For Hibernate. */
    protected PracticePair() {}

    private PracticePair(String prompt, String left, String right, Choice better, String reason) {
        this.prompt = prompt;
        this.left = left;
        this.right = right;
        this.better = better;
        this.reason = reason;
    }

    /** The round's own, or the built-in one. */
    public static PracticePair of(Round round) {
        return PracticePair.<PracticePair>findByIdOptional(round.id).orElseGet(PracticePair::builtIn);
    }

    private static PracticePair builtIn() {
        return new PracticePair(
                "Write a haiku about the first snow.",
                "first snow in the yard\nthe dog stops at the back step\nand lifts a front paw",
                "snow is very cold\nsnow is white and snow is snow\nI like snow a lot",
                Choice.LEFT,
                "The first poem shows one moment, and leaves the wonder to its reader. The second says the same thing"
                        + " three times. In the round there is no right answer: your own taste is what is asked for.");
    }

    public boolean isBuiltIn() {
        return !isPersistent();
    }

    /**
     * Gives the round a practice pair of its own, instead of the one it has.
     *
     * @throws RefusedException when a text is missing or too long, or the better one is neither left nor right
     */
    public static void set(Round round, String prompt, String left, String right, Choice better, String reason) {
        check("The prompt", prompt, TEXT_LIMIT);
        check("The left poem", left, TEXT_LIMIT);
        check("The right poem", right, TEXT_LIMIT);
        check("The reason", reason, REASON_LIMIT);
        if (better != Choice.LEFT && better != Choice.RIGHT) {
            throw refused("The better poem of a practice pair is the left or the right one.");
        }
        PracticePair pair =
                PracticePair.<PracticePair>findByIdOptional(round.id).orElseGet(PracticePair::new);
        pair.roundId = round.id;
        pair.prompt = prompt.strip();
        pair.left = left.strip();
        pair.right = right.strip();
        pair.better = better;
        pair.reason = reason.strip();
        pair.persist();
    }

    /** Gives a round the pair of another, if that has one of its own. */
    static void copy(Round from, Round to) {
        PracticePair pair = of(from);
        if (!pair.isBuiltIn()) {
            set(to, pair.prompt, pair.left, pair.right, pair.better, pair.reason);
        }
    }

    /** Goes back to the built-in pair. */
    public static void drop(Round round) {
        deleteById(round.id);
    }

    private static void check(String what, String text, int most) {
        WrittenText.refuseUnstorable(what, text);
        int length = text.strip().length();
        if (length < 1 || length > most) {
            throw refused(what + " has 1 to " + most + " characters; this one has " + length + ".");
        }
    }

    private static RefusedException refused(String why) {
        return new RefusedException(RefusedException.Kind.INVALID, why);
    }
}
