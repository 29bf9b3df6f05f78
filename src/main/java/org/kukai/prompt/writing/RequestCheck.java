package org.kukai.prompt.writing;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a text asks for a haiku, by itself and in a sentence or two: by its words alone, so that it errs, and people can
 * overrule it.
 */
final class RequestCheck {
    /** Unicode code points. */
    private static final int LONGEST = 300;

    private static final int MOST_SENTENCES = 2;

    private static final Pattern SENTENCE = Pattern.compile(
            "(?<!\\b(?:Mr|Mrs|Ms|Dr|Mt|St|No|vs|etc|e\\.g|i\\.e))[.!?…]+[\"”’')]*\\s+(?=[\\p{Lu}\\p{N}\"“])");
    private static final Pattern FORM = Pattern.compile(
            "(?i)\\b(?:haikus?|hokku|senryu|poems?|poetic|verses?|stanzas?|5-7-5|5/7/5|syllables?|(?:three|3)(?: short)?[- ]lin(?:es?|er)|lines of)\\b");
    /** In their plain form, as a command begins. */
    private static final String VERBS =
            "write|compose|create|craft|make|pen|draft|draw|describe|capture|depict|evoke|imagine|"
                    + "portray|paint|sketch|celebrate|honou?r|express|convey|explore|reflect|turn|put|shape|distil|distill|produce|"
                    + "generate|provide|form|fit|sum|take|use|think|picture|share|sing|spin|weave|try|set|conjure|mark|praise|find|tell|"
                    + "build|condense|suggest|develop|invent|design|summari[sz]e|dedicate|mourn|greet|remember|contrast|compare|begin|end|"
                    + "open|start|surprise|ponder|invite|bid|coax|let|add|do|go|pick|choose|give|show|send|bring|offer|hand|lend|read|"
                    + "recite|render|present|frame|catch|hold|keep|follow|say|speak|help|ask|answer|consider|dream|devise|whisper|shrink|"
                    + "squeeze|translate|illustrate|highlight|narrate|meditate|dwell|pay|get|have|jot|dash|fashion|forge|scribble|cast|"
                    + "carve|trace|note|bottle|pour|breathe|listen|look|watch|stand|see|hear|feel|recall|recount|record|respond|reply|"
                    + "convince|teach|thank|welcome|surround|blend|combine|link|join|play|work|focus|centre|center|base";

    private static final Pattern ASKS = Pattern.compile(
            "(?i)\\?[\"”’')]*(?:\\s|$)|\\bi(?:'d|’d|'m|’m| would| could| am)? (?:like|love|need|want|wish|looking|hoping|hope|asking)\\b"
                    + "|(?:^[\"“‘']?|[.!,;:–—-]\\s*|\\b(?:please|then|and|or|to|me|you|kindly|now|just|simply|gently)\\s+)(?:"
                    + VERBS + ")\\b");
    private static final Pattern REFUSES = Pattern.compile(
            "(?i)^(?:i(?:'m|’m| am)? (?:sorry|unable|cannot|can(?:'t|’t)|won(?:'t|’t))|sorry\\b|as an ai\\b|unfortunately\\b)");
    private static final Pattern LEANS = Pattern.compile(
            "(?i)\\b(?:(?:the|this|that) (?:given|same|above|following|previous|mentioned|provided|aforementioned) (?:topic|subject|theme|prompt|line|image|poem|haiku)"
                    + "|(?:about|on|for|of) (?:the|this|that) (?:topic|subject|theme)(?=[.?!]|$)|as (?:above|before)|mentioned (?:above|earlier)|the one (?:above|before)"
                    + "|(?:about|on|of|capturing|describing) (?:it|this|that|them)(?=[.?!,]|$)|(?:topic|subject|theme) of your choice)"
                    + "|\\[[^\\]]*\\]|\\{[^}]*\\}|<[a-z ]+>");

    private RequestCheck() {}

    /** The first thing that is wrong with it; empty when nothing is. */
    static Optional<RefusalReason> fault(Item item) {
        String text = item.text();
        if (text.codePoints().noneMatch(Character::isLetter)) {
            return Optional.of(RefusalReason.EMPTY);
        }
        if (item.cut()) {
            return Optional.of(RefusalReason.CUT_OFF);
        }
        if (!isLatin(text)) {
            return Optional.of(RefusalReason.WRONG_SCRIPT);
        }
        if (text.codePointCount(0, text.length()) > LONGEST || SENTENCE.split(text, -1).length > MOST_SENTENCES) {
            return Optional.of(RefusalReason.TOO_LONG);
        }
        if (!FORM.matcher(text).find()
                || !ASKS.matcher(text).find()
                || REFUSES.matcher(text).find()) {
            return Optional.of(RefusalReason.NOT_A_REQUEST);
        }
        return LEANS.matcher(text).find() ? Optional.of(RefusalReason.NOT_SELF_CONTAINED) : Optional.empty();
    }

    /** Whether somebody declines instead of listing anything. */
    static boolean refuses(String text) {
        return REFUSES.matcher(text).find();
    }

    /** Two letters in three, so that a borrowed word does not count against it. */
    static boolean isLatin(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long latin = text.codePoints()
                .filter(c -> Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
                .count();
        return latin * 3 >= letters * 2;
    }
}
