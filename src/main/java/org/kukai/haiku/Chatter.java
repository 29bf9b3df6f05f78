package org.kukai.haiku;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.kukai.haiku.RawLine.Role;

/** Tells by their words the lines that talk about a poem from those that are one. */
final class Chatter {

    private static final String ABOUT =
            "\\b(?:haikus?|poem|verses?|syllables?|5\\s*[-\u2013/]\\s*7\\s*[-\u2013/]\\s*5)\\b";

    private static final Pattern LABEL = pattern(
            "(?:title|theme|topic|prompt|user|human|system|author)\\s*:.*|(?:total|(?:word|line|syllable)s?(?: count)?)\\s*:\\s*\\d+.{0,20}|total|(?:word|syllable) count|line\\W+(?:syllables|text|verse|content|haiku)\\W*");
    private static final Pattern TITLE = pattern(
            "(?:(?:a|my|the|your)\\s+)?(?:[\\w'\u2019-]+\\s+)?haiku(?:\\s+(?:about|on|for|of|in|#?\\d+|number \\w+|one|two|three)\\b.*)?[:.]?");
    private static final Pattern LABEL_ALONE =
            pattern("(?:(?:my |the )?(?:poem|verse|answer|response|output|result|assistant|haiku)(?: ?#?\\d+)?)\\s*:");
    private static final Pattern INTERJECTION = pattern(
            "(?:sure|certainly|of course|absolutely|okay|ok|alright|great|gladly|yes|hello|hi|with pleasure|happy to help|no problem)(?: thing)?(?:[,!.:]| [-\u2013\u2014]).*");
    private static final Pattern OFFER = pattern(
            "(?:(?:and )?here(?:'s|\u2019s| is| are| you)|below is|this is|i(?:'d|\u2019d| would) be|i(?:'ll|\u2019ll| will)|i(?:'ve|\u2019ve| have)|as requested|let me|inspired by)\\b.*");
    private static final Pattern REMARK = pattern(
            "\\[\\^\\w{1,9}\\]:.*|\\W*(?:i (?:really )?hope (?:you|this|that|it)|hope (?:you|this|that|it)|let me know|feel free|would you like|do you (?:want|like) (?:me|this|it|another|the)|"
                    + "if you(?:'d|\u2019d| would) like|please let me|(?:note|explanation|breakdown|analysis|meaning|syllables?|syllable count|structure|translation|interpretation)\\s*:|"
                    + "(?:this|the|my|these|in this|each|both|it) (?:haiku|poem|lines?|verses?|first line|second line|third line|syllable)\\b.*\\b(?:follows?|captures?|describes?|reflects?|has|uses?|evokes?|is|are|conveys?|explores?|contains?|refers?|represents?|adheres?|celebrates?)).*");
    private static final Pattern MENTION = pattern(ABOUT);
    private static final Pattern ONLY_COUNTS = pattern(
            "[(\\[]?(?:syllables?\\s*:?\\s*)?\\d{1,2}(?:\\s*[-\u2013/,+ ]\\s*\\d{1,2}){1,9}(?:\\s*(?:syllables?|format|pattern|structure|=\\s*17))*[)\\]]?\\.?");
    /** <i>(winter)</i>, <i>(anon.)</i>: a word or two. */
    private static final Pattern TAG = pattern("\\([^() ]{1,20}(?: [^() ]{1,20})?\\)\\W?");

    /** <i>(4-6-4: too short)</i>. */
    private static final Pattern COUNTS_NOTED =
            pattern("[(\\[]\\s*\\d{1,2}(?:\\s*[-\u2013/,]\\s*\\d{1,2}){2}\\b[^()]{0,80}[)\\]]");

    private static final Pattern WEAK_CLOSING = pattern("(?:enjoy|note|thank you|thanks|the end|end|fin)\\b.{0,40}");
    private static final Pattern SIGNATURE = Pattern.compile(
            "[(]?(?:[-\u2013\u2014\u2015~]{1,3}\\s*(?i:(?:tr\\.|trans\\.|translated by|by)\\s+)?|(?i:written by |by |author: |tr\\. |trans\\. |translated by )|\u00a9\\s*(?:\\d{4} )?)(?:\\p{Lu}[\\p{L}\\d.'\u2019-]*(?:,?\\s+[\\p{L}\\d.'\u2019-]+){0,6}|(?:an?|the|your|anon\\w*|basho|buson|issa|shiki)(?:\\s+[\\p{L}\\d.'\u2019-]+){0,3})(?:,?\\s*[(]?\\d{3,4}.{0,12})?[)]?[.]?");
    private static final Pattern REFUSAL = pattern(
            "\\W*(?:(?:oh dear|oh|well|hmm|ah),? )?(?:i(?:'m| am|\u2019m) (?:very |so |really )?sorry|sorry,|i(?:'m| am|\u2019m) (?:unable|not able|afraid i)|i (?:can't|can\u2019t|cannot|can not|won't|won\u2019t|will not|must decline)\\s+(?:to\\s+)?"
                    + "(?:assist|help|write|create|comply|fulfill|provide|generate|produce|do that|answer|engage|discuss|continue|compose|in good)|as an? (?:ai|artificial|large language|language model)|unfortunately, i|i (?:don't|don\u2019t|do not) (?:feel comfortable|have the ability|think i can)|i must (?:respectfully |politely )?(?:decline|refuse)|i(?:'m| am|\u2019m) (?:just |only )?an? (?:ai|artificial|large language|language model)"
                    + "|i(?:'m| am|\u2019m) not comfortable|it (?:would be|is|isn't) (?:not |in)appropriate|i(?:'d| would) rather not|my apologies|i apologi[sz]e).*");
    private static final Pattern NO_POEM = pattern(
            "\\b(?:can't|can\u2019t|cannot|can not|won't|won\u2019t|unable)\\b.*\\b(?:haiku|poem)\\b.*\\bplease (?:try|ask|choose|pick|provide|give|let)\\b");
    /** <i>As an AI, I cannot write about this</i>. */
    private static final Pattern NOT_BY_MACHINE = pattern(
            "^\\W*(?:(?:i(?:'m|\u2019m| am) )?(?:very |so )?sorry\\W+(?:but )?)?as an? (?:ai|artificial intelligence|(?:large )?language model)\\b.*"
                    + "\\b(?:can't|can\u2019t|cannot|can not|won't|won\u2019t|unable to|not able to|must not|don't|don\u2019t)\\s+"
                    + "(?:write|create|make|help|assist|compose|generate|produce|provide|discuss|comply|answer|do (?:this|that|so)|fulfil)");

    private static final Pattern PLACEHOLDER = pattern(
            "[\\[<({]\\s*(?:(?:the |your )?(?:(?:first|second|third|last|final) (?:line|verse)|line (?:\\d|one|two|three))\\b|(?:\\d|five|seven) syllables?\\b)[^\\[\\]<>(){}]{0,60}[\\])>}]");
    private static final Pattern TITLE_CASE = Pattern.compile(
            "(?=\\p{Lu})(?:\\p{Lu}[\\p{L}'\u2019-]*|a|an|the|of|in|on|and|at|to|for|by|with)(?:\\s+(?:\\p{Lu}[\\p{L}'\u2019-]*|a|an|the|of|in|on|and|at|to|for|by|with)){0,6}");

    /** The words that some of the patterns open with. */
    private static final Set<String> LABELS = Set.of("total", "word", "syllable", "line");

    private static final Set<String> INTERJECTIONS = Set.of(
            "sure",
            "certainly",
            "of",
            "absolutely",
            "okay",
            "ok",
            "alright",
            "great",
            "gladly",
            "yes",
            "hello",
            "hi",
            "with",
            "happy",
            "no");
    private static final Set<String> REMARKS = Set.of(
            "let",
            "feel",
            "would",
            "do",
            "if",
            "please",
            "note",
            "explanation",
            "breakdown",
            "analysis",
            "meaning",
            "syllables",
            "structure",
            "translation",
            "interpretation");

    private static final Predicate<String> MENTIONS = Glance.says("haiku", "poem", "verse", "syllable", "5");
    private static final Predicate<String> SUBJECTS = Glance.says("haiku", "poem", "line", "verse", "syllable", "hope");
    private static final Set<String> REFUSALS =
            Set.of("oh", "well", "hmm", "ah", "i", "sorry", "as", "unfortunately", "it", "my");

    private Chatter() {}

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    static Role role(String text, boolean marked) {
        boolean colon = text.endsWith(":");
        boolean mention = mentions(text);
        if (Glance.hasDigit(text)
                && (ONLY_COUNTS.matcher(text).matches()
                        || COUNTS_NOTED.matcher(text).matches())) {
            return Role.NOTE;
        }
        if (isLabel(text) || (mention && TITLE.matcher(text).matches())) {
            return Role.TITLE;
        }
        if ((colon || marked) && Heading.is(text)) {
            return Role.TITLE;
        }
        if (colon && (mention || LABEL_ALONE.matcher(text).matches())) {
            return Role.PREAMBLE;
        }
        boolean small = text.length() < 20 || colon;
        if (((small && text.indexOf(',') < 0) || mention || colon) && interjects(text)) {
            return Role.PREAMBLE;
        }
        if ((mention || colon || (text.length() < 14 && text.contains("you go")))
                && OFFER.matcher(text).matches()) {
            return Role.PREAMBLE;
        }
        return remarks(text) ? Role.CLOSING : Role.VERSE;
    }

    private static boolean isLabel(String text) {
        boolean may = text.indexOf(':') >= 0 || (text.length() < 40 && Glance.opens(text, LABELS));
        return may && LABEL.matcher(text).matches();
    }

    private static boolean interjects(String text) {
        return Glance.opens(text, INTERJECTIONS) && INTERJECTION.matcher(text).matches();
    }

    private static boolean mentions(String text) {
        return MENTIONS.test(text) && MENTION.matcher(text).find();
    }

    private static boolean remarks(String text) {
        boolean may = Glance.opens(text, REMARKS) || text.contains("[^") || SUBJECTS.test(text);
        return may && REMARK.matcher(text).matches();
    }

    /** Looks like words after the poem when it stands after three lines, though by itself it may be a line. */
    static boolean closes(RawLine line) {
        return WEAK_CLOSING.matcher(line.text()).matches()
                || TAG.matcher(line.text()).matches()
                || isSignature(line);
    }

    static boolean isSignature(RawLine line) {
        String raw = line.raw();
        if (raw.length() >= 80) {
            return false;
        }
        boolean named = raw.startsWith("(")
                && raw.endsWith(")")
                && isTitleCase(line.text().substring(1, line.text().length() - 1));
        return named
                || SIGNATURE
                        .matcher(raw.replaceAll("^(?:>\\s?)*[*_]*|[*_]+$", ""))
                        .matches();
    }

    /** Words that may stand before a poem in its own line: <i>Sure!</i>, <i>Okay,</i>. */
    static boolean opensAnswer(String text) {
        return interjects(text) || role(text, false) != Role.VERSE;
    }

    /** <i>Here is a haiku:</i>, whatever its number of syllables. */
    static boolean offersPoem(String text) {
        return text.endsWith(":") && mentionsPoems(text) && (OFFER.matcher(text).matches() || interjects(text));
    }

    static boolean mentionsPoems(String text) {
        return text.length() <= RawLine.LONGEST && mentions(text);
    }

    static boolean isTitleCase(String text) {
        return text.length() < 80 && TITLE_CASE.matcher(text).matches();
    }

    /** Three lines that by chance have the form: <i>I'm sorry, I can't / write a haiku about that / please try something else</i>. */
    static boolean refusesPoem(List<String> lines) {
        if (!isRefusal(lines.getFirst())) {
            return false;
        }
        String all = String.join(" ", lines);
        return NO_POEM.matcher(all).find() || NOT_BY_MACHINE.matcher(all).find();
    }

    /** <i>[First line of the haiku]</i>: where a poem was to be filled in. */
    static boolean isPlaceholder(String raw) {
        return raw.length() < 100 && PLACEHOLDER.matcher(raw.strip()).matches();
    }

    static boolean isRefusal(String text) {
        return Glance.opens(text, REFUSALS) && REFUSAL.matcher(text).matches();
    }
}
