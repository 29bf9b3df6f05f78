package org.kukai.llm.composer;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A noun with what stands before it, and nothing after it. */
record Noun(String determiner, String core) {
    private static final Set<String> ARTICLES = Set.of("a", "an", "the");
    private static final Set<String> OWNERS = words("""
            my your our his her their its this that these those some every one two three four five many no another each""");
    /** Words after which the noun phrase itself is over. */
    private static final Set<String> ENDS = words("""
            of in on at under over with from that who which by between behind before after along against near through
            without beneath beside across into to for as among and or where when never lost left sent seen drawn cut
            caught gone out up down off around above below inside outside during until like upon towards toward then is
            are was were has have not full past within about since alone home away back again tonight today born torn
            shut found heard held kept worn tied hung swept just far abroad asleep awake half next underfoot overhead
            outdoors indoors""");

    /** These follow a noun as often as they stand before one: they end the phrase where no noun comes after them. */
    private static final Set<String> AFTER_NOUN = words("""
            faint heavy low high still bare fallen frozen broken hidden forgotten stolen woven spoken written blown
            grown thrown made built spread split bent led bound burnt ready open""");

    private static final Set<String> NEVER_PARTICIPLE = words("""
            breed speed steed creed greed hundred sacred wicked naked crooked weed reed evening morning spring string
            thing nothing something everything anything lightning ceiling wedding building clothing seedling duckling
            sapling gosling dumpling starling herring pudding sibling darling farthing stocking handwriting scaffolding""");
    /** Nouns where nothing comes after them, else participles: "the border crossing", "a fox crossing the road". */
    private static final Set<String> NOUNS_IN_ING = words("""
            crossing saving painting meeting opening ending beginning landing railing awning feeling blessing gathering
            clearing drawing greeting recording offering""");
    /** What a word in -ing before them is for: "swimming pool". */
    private static final Set<String> USED_FOR = words("""
            pool machine room board pan pot stone stones school lesson lessons bag chair glasses shoes boots season
            ground table stick""");

    private static final Set<String> PLURALS = words("""
            people children men women geese mice feet teeth sheep cattle police salmon deer oxen lice dice folk""");
    private static final Set<String> NOT_PLURAL = words("""
            mars venus physics mathematics thermodynamics mechanics economics news always sometimes chess paris
            christmas tennis genetics ethics bus gas lens iris genius statistics""");
    private static final Set<String> NO_HEAD = Set.of(
            "tomorrow",
            "yesterday",
            "today",
            "tonight",
            "everything",
            "nothing",
            "something",
            "very",
            "now",
            "here",
            "there");
    private static final Pattern ADJECTIVE = Pattern.compile(
            ".*(?:ed|'s|ous|ful|less|ish)|(?:half-|un)?(?:fallen|frozen|broken|wooden|golden|forgotten|hidden|rotten|barren"
                    + "|open|sunken|swollen|stolen|silken|woollen|sudden|even|woven|spoken|written|driven|molten)"
                    + "|old|new|red|big|small|blue|green|white|black|long|first|last|lone|late|cold|dry|wet|dark"
                    + "|little|young|thin|single|quiet|slow|warm|empty|pale|tiny|great|very");
    /** After these no further adjective can stand before the noun: "the old first frost". */
    private static final Pattern COUNTED = Pattern.compile(
            "first|second|third|last|next|single|only|very"
                    + "|(?:long|short|old|young|dark|bright|high|deep|cold|warm|small|larg|great|loud|quiet|slow|fast|tall|near)est");

    private static Set<String> words(String text) {
        return Set.of(text.split("\\s+", -1));
    }

    static Noun in(List<String> words) {
        String first = lower(words.getFirst());
        boolean determined = words.size() > 1 && (ARTICLES.contains(first) || OWNERS.contains(first));
        int start = determined ? 1 : 0;
        int end = start + 1;
        while (end < words.size()
                && !endsPhrase(words, end)
                && !words.get(end - 1).endsWith(",")) {
            end++;
        }
        String core = String.join(" ", words.subList(start, end)).replaceAll(",$", "");
        return new Noun(determined ? first : "", core);
    }

    /** Whether the word at that place says what the noun does or where it is, and so no longer belongs to it. */
    private static boolean endsPhrase(List<String> words, int at) {
        String word = lower(words.get(at));
        if (ENDS.contains(word) || ARTICLES.contains(word)) {
            return true;
        }
        if (ADJECTIVE.matcher(lower(words.get(at - 1))).matches()) {
            return false;
        }
        String next = at + 1 < words.size() ? lower(words.get(at + 1)) : "";
        boolean last = next.isEmpty() || ENDS.contains(next) || ARTICLES.contains(next);
        if (next.isEmpty() ? NOUNS_IN_ING.contains(word) : USED_FOR.contains(next)) {
            return false;
        }
        return isParticiple(word) || (last && AFTER_NOUN.contains(word));
    }

    private static boolean isParticiple(String word) {
        return word.length() > 4 && (word.endsWith("ing") || word.endsWith("ed")) && !NEVER_PARTICIPLE.contains(word);
    }

    String text() {
        return determiner.isEmpty() ? core : determiner + " " + core;
    }

    String last() {
        return core.substring(core.lastIndexOf(' ') + 1);
    }

    boolean canBeOwned() {
        String first = core.split(" ", -1)[0];
        return !OWNERS.contains(determiner)
                && !Character.isUpperCase(first.charAt(0))
                && !core.contains("'s")
                && !core.contains("s' ")
                && !NO_HEAD.contains(lower(first))
                && !COUNTED.matcher(lower(first)).matches()
                && (!first.endsWith("ing") || !determiner.isEmpty());
    }

    boolean hasArticle() {
        return ARTICLES.contains(determiner);
    }

    boolean isPlural() {
        if (Set.of("a", "an", "this", "that", "one", "every", "each", "another").contains(determiner)) {
            return false;
        }
        String last = lower(last());
        boolean s = last.endsWith("s")
                && !last.endsWith("ss")
                && !last.endsWith("us")
                && !last.endsWith("is")
                && !last.endsWith("'s");
        return PLURALS.contains(last) || (s && !NOT_PLURAL.contains(last));
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
