package org.kukai.syllable;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.kukai.syllable.Lexicon.Known;

import static org.kukai.syllable.Stems.after;
import static org.kukai.syllable.Stems.cut;
import static org.kukai.syllable.Stems.ended;
import static org.kukai.syllable.Stems.hasSyllabicL;
import static org.kukai.syllable.Stems.longer;

/**
 * The rules that derive a word from known ones; the first that applies decides. Each was measured on all words of the dictionary
 * that it applies to, and is right there more often than the learned model that never saw the word's family: {@code RulesTest}
 * prints by how much and fails when one is not. Splitting words anywhere else, and endings that are not here, lose to the model.
 */
enum Derivation {

    /** A syllable more after a hiss; not where the singular ends in -ss or -us itself. */
    PLURAL("skylarks=2 foxgloves=2 octopuses=4 willows=2", "moss octopus settees") {
        private static final Pattern HISSED = Pattern.compile("(ss|sh|ch|x|zz|us)es$");

        @Override
        @Nullable
        Counts of(String word, Stems stems) {
            if (word.length() < 4 || !word.endsWith("s") || word.endsWith("ss") || word.endsWith("us")) {
                return null;
            }
            Known stem = HISSED.matcher(word).find() ? stems.find(cut(word, 2)) : null;
            stem = stem == null ? stems.find(cut(word, 1)) : stem;
            if (stem == null && word.endsWith("ies")) {
                stem = stems.find(cut(word, 3) + "y");
            } else if (stem == null && word.endsWith("oes")) {
                stem = stems.find(cut(word, 2));
            }
            return stem == null ? null : stem.counts().plus(stem.sibilant() ? 1 : 0);
        }
    },

    /** A syllable more after T or D. */
    PAST("dappled=2 moonlighted=3 falsified=3", "sled shred") {
        @Override
        @Nullable
        Counts of(String word, Stems stems) {
            String stem = ended(word, "ed");
            Known verb = stem == null || stem.endsWith("e") ? null : stems.verb(stem);
            if (verb == null && word.endsWith("ied")) {
                verb = stems.find(cut(word, 3) + "y");
            }
            return verb == null ? null : verb.counts().plus(verb.dental() ? 1 : 0);
        }
    },

    /** A syllable more; the weak one before it may go, and does after a consonant and L. */
    PARTICIPLE("dappling=2 weltering=3 moonlighting=3", "sapling duckling") {
        @Override
        @Nullable
        Counts of(String word, Stems stems) {
            return longer(ended(word, "ing"), stems);
        }
    },

    /** A syllable more before -ish and -ist, two before -able. */
    VOWEL_SUFFIX("roguish=2 lutenist=3 hushable=3", "dish mist cable") {
        @Override
        @Nullable
        Counts of(String word, Stems stems) {
            Counts one = longer(ended(word, word.endsWith("ist") ? "ist" : "ish"), stems);
            Counts two = one == null ? longer(ended(word, "able"), stems) : null;
            return two == null ? one : two.plus(1);
        }
    },

    /** A final Y that turns into I stays a syllable. */
    OF_Y("mistier=3 achiest=3 wintrily=3", "pier glacier") {
        @Override
        @Nullable
        Counts of(String word, Stems stems) {
            for (String ending : List.of("ier", "iest", "ily", "iness")) {
                String stem = ended(word, ending);
                Known plain = stem == null ? null : stems.find(stem + "y");
                if (plain != null) {
                    return plain.counts().plus(1);
                }
            }
            return null;
        }
    },

    /** A syllable more; after a consonant and L the weak one before it usually goes. Words in -er are the model's: it knows more of them. */
    COMPARATIVE("frailest=2 supplest=2", "quest guest") {
        @Override
        @Nullable
        Counts of(String word, Stems stems) {
            return longer(ended(word, "est"), stems);
        }
    },

    /** A syllable more, -ically one or two; none more where -le turns into -ly; -ed before it is mostly heard. */
    ADVERB("tenuously=4 ticklishly=3 idyllically=4 bemusedly=4 flusteredly=3", "lily anomaly") {
        @Override
        @Nullable
        Counts of(String word, Stems stems) {
            String adverb = ended(word, "ly");
            if (adverb == null) {
                return null;
            }
            Known stem = adverb.endsWith("ical") ? stems.find(cut(adverb, 2)) : null;
            if (stem != null) {
                return stem.counts().plus(1).or(stem.counts().plus(2));
            }
            stem = stems.find(adverb);
            if (stem != null) {
                Counts more = after(adverb, stem, stems);
                return adverb.endsWith("ical") ? stem.counts().or(more) : more;
            }
            stem = hasSyllabicL(adverb + "l") ? stems.find(adverb + "le") : null;
            return stem == null ? null : stem.counts().or(stem.counts().plus(1));
        }
    },

    /** An ending that is a syllable of its own wherever it stands. */
    SUFFIX("stillness=2 sorrowful=3 oafishness=3 moonward=2", "lioness duchess") {
        private static final List<String> ENDINGS = List.of(
                "ness", "less", "ful", "ship", "hood", "dom", "like", "wise", "ward", "wards", "some", "ment", "let",
                "ling");

        @Override
        @Nullable
        Counts of(String word, Stems stems) {
            for (String ending : ENDINGS) {
                String stem = ended(word, ending);
                Known known = stem == null ? null : stems.find(stem);
                if (stem != null && known != null) {
                    return ending.equals("ness")
                            ? after(stem, known, stems)
                            : known.counts().plus(1);
                }
            }
            return null;
        }
    },

    /** A prefix before a known word of at least four letters; not where re- or un- may be part of another sound. */
    PREFIX("unbloomed=2 remelt=2 midwinter=3 overripe=3", "reached unison") {
        private static final Map<String, Integer> PREFIXES = Map.ofEntries(
                Map.entry("un", 1),
                Map.entry("re", 1),
                Map.entry("non", 1),
                Map.entry("mis", 1),
                Map.entry("out", 1),
                Map.entry("pre", 1),
                Map.entry("dis", 1),
                Map.entry("mid", 1),
                Map.entry("sub", 1),
                Map.entry("fore", 1),
                Map.entry("up", 1),
                Map.entry("down", 1),
                Map.entry("ever", 2),
                Map.entry("after", 2),
                Map.entry("semi", 2),
                Map.entry("mini", 2),
                Map.entry("micro", 2),
                Map.entry("multi", 2),
                Map.entry("ultra", 2),
                Map.entry("over", 2),
                Map.entry("under", 2),
                Map.entry("anti", 2),
                Map.entry("super", 2),
                Map.entry("inter", 2),
                Map.entry("counter", 2));

        @Override
        @Nullable
        Counts of(String word, Stems stems) {
            for (int i = 2; i <= 7 && i + 4 <= word.length(); i++) {
                Integer syllables = PREFIXES.get(word.substring(0, i));
                boolean melts = i == 2 && "aei".indexOf(word.charAt(i)) >= 0 && word.length() < 9;
                Known rest = syllables == null || melts ? null : stems.find(word.substring(i));
                if (syllables != null && rest != null) {
                    return rest.counts().plus(syllables);
                }
            }
            return null;
        }
    },

    /** Two known words of which the first ends in a silent e or the second is one that makes compounds. */
    COMPOUND("pinecone=2 tidepool=2 firefly=3 moonlit=2 starshine=2", "vinegar carpet wherever") {
        @Override
        @Nullable
        Counts of(String word, Stems stems) {
            for (int i = word.length() - 3; i >= 3; i--) {
                String start = word.substring(0, i);
                String end = word.substring(i);
                boolean opens = Compounds.FIRST.contains(start);
                boolean closes = Compounds.SECOND.contains(end) && !start.endsWith("e");
                boolean sure = closes || (opens && (end.length() > 3 || Compounds.SHORT.contains(end)));
                Known first = sure ? stems.find(start) : null;
                Known second = first == null ? null : stems.find(end);
                if (first != null && second != null) {
                    return first.counts().plus(second.counts());
                }
            }
            return null;
        }
    };

    /** Words that the rule is for, each with its usual count, with blanks between. */
    final String examples;

    /** Words that look alike, to which it does not apply, with blanks between. */
    final String exceptions;

    Derivation(String examples, String exceptions) {
        this.examples = examples;
        this.exceptions = exceptions;
    }

    /** The counts of the word when this rule applies to it, else null. */
    abstract @Nullable Counts of(String word, Stems stems);
}
