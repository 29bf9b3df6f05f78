package org.kukai.correction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.annotation.Disclosures;
import org.kukai.annotation.VotedPair;
import org.kukai.correction.CountedPoem.CountedWord;
import org.kukai.dictionary.OwnWord;
import org.kukai.haiku.Scorer;
import org.kukai.syllable.Syllables;

/** Takes the reports of raters, on pairs they have voted on and whose counts they have seen. */
@ApplicationScoped
public class WordReports {
    static final int MOST_AN_HOUR = 30;
    static final int LONGEST_NOTE = 300;

    /** Which poem, as the rater saw them. */
    public enum Side {
        LEFT,
        RIGHT;

        /** The side of that name; a {@link RefusedException} when there is none. */
        public static Side ofSpelled(String name) {
            return switch (name) {
                case "left" -> LEFT;
                case "right" -> RIGHT;
                default ->
                    throw new RefusedException(
                            RefusedException.Kind.INVALID, "A side is left or right, not “" + name + "”.");
            };
        }
    }

    /**
     * What a rater hears.
     *
     * @param word as it stands in the poem
     * @param heard how many syllables
     * @param note in the rater's own words; may be empty
     */
    public record Hearing(Side side, String word, int heard, String note) {}

    private final Disclosures disclosures;
    private final Scorer scorer;
    private final Clock clock;

    WordReports(Disclosures disclosures, Scorer scorer, Clock clock) {
        this.disclosures = disclosures;
        this.scorer = scorer;
        this.clock = clock;
    }

    /** The pair that the rater has voted on; with the counts when they were shown before. */
    @Transactional
    public CountedPair look(UUID assignment, UUID rater) {
        return counted(disclosures.look(assignment, rater), rater);
    }

    /** The pair with the counts; from now on the vote stands. */
    @Transactional
    public CountedPair disclose(UUID assignment, UUID rater) {
        return counted(disclosures.disclose(assignment, rater), rater);
    }

    /**
     * Keeps a report. A rater reports a word once for a poem; the same again changes nothing.
     *
     * @return whether it is new
     * @throws RefusedException when the vote is not the rater's, the counts were not shown, the word is not in the poem, the number is
     *     no count or the present one, or the rater reports very much
     */
    @Transactional
    public boolean report(UUID assignment, UUID rater, Hearing hearing) {
        VotedPair pair = disclosures.look(assignment, rater);
        if (!pair.disclosed()) {
            throw refused(RefusedException.Kind.CONFLICT, "Look at how the words are counted first; then report one.");
        }
        boolean left = hearing.side() == Side.LEFT;
        UUID haiku = left ? pair.leftId() : pair.rightId();
        Set<String> before = reported(haiku, rater);
        String entry = Syllables.entry(hearing.word());
        CountedWord word =
                CountedPoem.of(left ? pair.left() : pair.right(), scorer.syllables(), before).words().stream()
                        .filter(candidate -> Syllables.entry(candidate.word()).equals(entry))
                        .findFirst()
                        .orElseThrow(() -> refused(
                                RefusedException.Kind.INVALID,
                                "“" + hearing.word() + "” is not a word of that poem. Choose one of its words."));
        if (word.reported()) {
            return false;
        }
        check(hearing, word);
        if (haiku == null) {
            return true; // the text of an attention pair: there is no haiku to mend, and nothing tells the rater so
        }
        Instant now = clock.instant();
        if (WordReport.countSince(rater, now.minus(Duration.ofHours(1))) >= MOST_AN_HOUR) {
            throw refused(
                    RefusedException.Kind.TOO_MANY,
                    "You have reported " + MOST_AN_HOUR + " words within an hour. Thank you; go on a little later.");
        }
        WordReport.make(
                entry,
                haiku,
                assignment,
                rater,
                word.counts(),
                hearing.heard(),
                hearing.note().strip(),
                now);
        return true;
    }

    private static void check(Hearing hearing, CountedWord word) {
        if (hearing.heard() < 1 || hearing.heard() > OwnWord.MOST_SYLLABLES) {
            throw refused(
                    RefusedException.Kind.INVALID,
                    "A count is from 1 to " + OwnWord.MOST_SYLLABLES + ", not " + hearing.heard() + ".");
        }
        if (word.counts().equals(List.of(hearing.heard()))) {
            throw refused(
                    RefusedException.Kind.INVALID,
                    "Kukai counts “" + word.word() + "” as " + hearing.heard()
                            + " already. Say how many you hear instead.");
        }
        if (hearing.note().length() > LONGEST_NOTE || hearing.note().chars().anyMatch(Character::isISOControl)) {
            throw refused(
                    RefusedException.Kind.INVALID, "A note is one line of at most " + LONGEST_NOTE + " characters.");
        }
    }

    private CountedPair counted(VotedPair pair, UUID rater) {
        if (!pair.disclosed()) {
            return new CountedPair(
                    pair.assignment(),
                    pair.round(),
                    false,
                    new CountedPoem(pair.left(), List.of()),
                    new CountedPoem(pair.right(), List.of()));
        }
        Syllables syllables = scorer.syllables();
        return new CountedPair(
                pair.assignment(),
                pair.round(),
                true,
                CountedPoem.of(pair.left(), syllables, reported(pair.leftId(), rater)),
                CountedPoem.of(pair.right(), syllables, reported(pair.rightId(), rater)));
    }

    private static Set<String> reported(@Nullable UUID haiku, UUID rater) {
        return haiku == null ? Set.of() : WordReport.wordsOf(haiku, rater);
    }

    private static RefusedException refused(RefusedException.Kind kind, String message) {
        return new RefusedException(kind, message);
    }
}
