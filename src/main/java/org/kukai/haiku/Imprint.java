package org.kukai.haiku;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows by its words alone what is printed around a poem: labels, credits, hashtags, asides, notices, what models say while they count. */
final class Imprint {

    private static final String NAME = "\\p{Lu}[\\p{L}.'\u2019-]*(?: \\p{Lu}[\\p{L}.'\u2019-]*){0,3}";
    /** Even right above or below two verses. */
    private static final Pattern LABELLED_ALWAYS = Pattern.compile(
            "(?:title|form|format|kigo|(?:season|seasonal|kigo) (?:word|reference)|(?:word|line|syllable) count|total|edit ?\\d|prompt|q|subject)\\s*:(?:\\s.*)?",
            Pattern.CASE_INSENSITIVE);
    /** A verse may well begin with <i>Note:</i> or <i>Mood:</i>, so only beside three verses or apart from two. */
    private static final Pattern LABELLED = Pattern.compile(
            "(?:question|location|place|photos?|theme|topic|mood|tone|style|kireji|season|cutting word|setting|author|poet|date|sources?|credits?|tags?|keywords?|words?|lines?|syllables?(?: pattern)?"
                    + "|count|notes?|p\\.? ?s\\.?|edit|update|subject|alternat(?:e|ive)(?: (?:ending|version|line)s?)?|explanation|meaning|translation|draft|rating|score|pattern|structure"
                    + "|rhyme scheme|(?:poetic )?devices?|imagery|symbolism)\\s*:(?:\\s.*)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CREDITED = Pattern.compile(
            "(?i:photo(?:graph)?|image|picture|art(?:work)?|illustration|translat(?:ed|ion)|written|composed|posted|shared|generated|created|haiku|poem|words)(?i: by) "
                    + NAME + "[.]?|(?i:copyright)\\b(?: \u00a9| \\(c\\))?(?: \\d{4})?(?: " + NAME
                    + ")?[.]?|\u00a9.{1,40}|\\([cC]\\) ?\\d{4}.{0,40}|(?i:all rights reserved)[.]?|(?i:sent from my) \\w{1,12}[.]?");
    private static final Pattern HASHTAGS =
            Pattern.compile("#\\p{L}[\\p{L}\\d_]{0,30}(?:[\\s,]+#\\p{L}[\\p{L}\\d_]{0,30}){0,20}");
    /** With a large letter, a digit or a colon; <i>[the page is missing]</i> may be a verse. */
    private static final Pattern BRACKETED = Pattern.compile("\\[(?=[^\\[\\]]*[\\p{Lu}\\d:])[^\\[\\]]{1,120}\\]\\W?");

    /** What models say when they count again. */
    private static final Pattern RECOUNTED = Pattern.compile(
            "(?:wait|hmm+|oops|actually|no|hold on|let me see)\\s*[,.!:\u2014\u2026-]+.*\\b(?:line (?:one|two|three|\\d)|syllables?|recount|let me (?:count|fix|try)|try again|redo|too (?:long|short))\\b.*"
                    + "|that(?:'s|\u2019s| is) (?:only |just )?(?:two|three|one|\\d) lines?\\W*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ANNOUNCED = Pattern.compile(
            ".*\\b(?:(?:five|seven|\\d)[- ](?:beat|syllable)|(?:next|first|second|third|middle|last|final) (?:line|verse))\\b.*:",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE = Pattern.compile("[\\w-]{1,40}\\.(?:txt|md|py|js|json|csv|html|yaml)");
    /** From shops and help desks. */
    private static final Pattern NOTICE = Pattern.compile(
            "(?:call (?:us )?(?:now|today)|free shipping|offer (?:ends|expires)|order (?:now|today)|click here|terms (?:and conditions )?apply|please (?:contact|visit|refer to|e-?mail|consult) (?:us|our|support|the|your|customer|www|http|help))\\b.*"
                    + "|error(?: \\d{3})?\\s*:.*|(?:model|server|service) is (?:overloaded|unavailable|busy)\\b.*|please try again (?:soon|later|in )\\b.*",
            Pattern.CASE_INSENSITIVE);

    /** Before a poem is written, or instead. */
    private static final Pattern PRAISE = Pattern.compile(
            "what an? (?:\\w+ ){0,2}(?:theme|topic|subject|prompt|idea|request|question|challenge|task)[!.]*"
                    + "|(?:great|good|excellent|nice|interesting|lovely|wonderful|fun) (?:question|request|idea|topic|choice|prompt|theme)\\b.*[!.]"
                    + "|the user (?:wants|asked|asks|is asking|requested)\\b.*|(?:okay|ok|alright|hmm|so),? (?:let me (?:think|see|count|write|try|start|begin)|i need to (?:write|make|create|count|think)|the user)\\b.*"
                    + "|(?:pick|choose|tell me|give me|name) (?:an?|the|your) (?:\\w+ )?(?:theme|topic|subject|prompt)\\b.*",
            Pattern.CASE_INSENSITIVE);
    /** Words in round brackets that a poem may well have are told from what only stands around one. */
    private static final Pattern ASIDE = Pattern.compile(
            "[(\\[](?:to be continued|the end|fin|end|end of .*|draft.*|transl.*|.*\\b(?:haiku|syllables?|poem|(?:good|missing|first|second|third|middle|final) lines?)\\b.*|.*\\d of \\d\\b.*|up to you|optional.*|your .* here|insert .*|fill .*)[)\\]]\\W?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OFFERED = Pattern.compile(
            ".*(?:5\\s*[-\u2013/]\\s*7\\s*[-\u2013/]\\s*5|\\bhaikus?\\b)[^:.!]{0,40}[:.!]", Pattern.CASE_INSENSITIVE);

    /** The words that patterns of what is said open with. */
    private static final Set<String> OPENERS = Set.of(
            "error",
            "model",
            "server",
            "service",
            "great",
            "good",
            "excellent",
            "nice",
            "interesting",
            "lovely",
            "wonderful",
            "fun",
            "okay",
            "ok",
            "alright",
            "so",
            "pick",
            "choose",
            "tell",
            "give",
            "name",
            "call",
            "free",
            "offer",
            "order",
            "click",
            "terms",
            "please",
            "wait",
            "hmm",
            "oops",
            "actually",
            "no",
            "hold",
            "let",
            "that",
            "that's",
            "that\u2019s",
            "what",
            "photo",
            "photograph",
            "image",
            "picture",
            "art",
            "artwork",
            "illustration",
            "translated",
            "translation",
            "written",
            "composed",
            "posted",
            "shared",
            "generated",
            "created",
            "haiku",
            "poem",
            "words",
            "copyright",
            "all",
            "sent");

    /** <i>Your first line is strong</i>, <i>Line two will bring in the fox</i>, <i>User: hi</i>: all of them are about lines, or speak in turn. */
    private static final Pattern ABOUT_LINES = Pattern.compile(
            "(?:(?:your|the|my) )?(?:first|second|third|last|final|middle) (?:line|verse)\\b.*|(?:line|verse) (?:one|two|three|\\d)\\b.*"
                    + "|(?:user|assistant|human|bot|ai)\\s*:.*",
            Pattern.CASE_INSENSITIVE);

    /** Signs that every line of a program has, but for {@code import random}. */
    private static final String OF_CODE = "(=:";

    private static final Pattern CODE = Pattern.compile(
            "import [\\w.]+(?:, ?[\\w.]+)*|from [\\w.]+ import .*|(?:def|class) \\w+.*:|return .*[(=].*|[\\w.]+\\(.*\\)\\s*;?|(?:(?:const|let|var) )?[\\w.\\[\\]]+ ?[+-]?= ?\\S.*");

    private Imprint() {}

    /** Whether one of three plain lines, which lack the marks that most are known by, is no verse. */
    static boolean isIn(List<String> three) {
        return isOffer(three.getFirst()) || three.stream().anyMatch(Imprint::isSaid);
    }

    private static boolean isSaid(String text) {
        return Glance.opens(text, OPENERS)
                && (CREDITED.matcher(text).matches()
                        || RECOUNTED.matcher(text).matches()
                        || PRAISE.matcher(text).matches()
                        || NOTICE.matcher(text).matches());
    }

    /** <i>Sure, here is a haiku!</i> above the first verse. */
    static boolean isOffer(String text) {
        return opens(text)
                || (Chatter.mentionsPoems(text)
                        && OFFERED.matcher(text).matches()
                        && (text.endsWith(":") || Courtesy.is(text)));
    }

    /** <i>Certainly! Here goes:</i> */
    private static boolean opens(String text) {
        return text.endsWith(":") && Courtesy.consents(text);
    }

    /** <i>Next comes the seven-beat line:</i> */
    private static boolean announces(String text) {
        return text.endsWith(":") && ANNOUNCED.matcher(text).matches();
    }

    /** Whether a line says by itself that it is no verse, wherever it stands. */
    static boolean is(String text, String bare) {
        boolean one = text.indexOf(' ') < 0;
        return (text.indexOf(':') > 0 && LABELLED_ALWAYS.matcher(text).matches())
                || isSaid(text)
                || (bare.startsWith("#") && HASHTAGS.matcher(bare).matches())
                || (Glance.has(bare, "([") && ASIDE.matcher(bare).matches())
                || (one && text.indexOf('.') > 0 && FILE.matcher(text).matches())
                || announces(text);
    }

    /** <i>Mood: calm</i>: no verse where it stands beside three, or is written otherwise than the lines above it. */
    static boolean isLabelled(String text) {
        return text.indexOf(':') > 0 && LABELLED.matcher(text).matches();
    }

    /** Whether lines that look like a poem are about its lines, turns of a talk, or a program. */
    static boolean isAll(List<String> lines) {
        return lines.stream()
                        .allMatch(line ->
                                isSaid(line) || ABOUT_LINES.matcher(line).matches())
                || (lines.stream().anyMatch(line -> Glance.has(line, OF_CODE))
                        && lines.stream()
                                        .filter(line -> CODE.matcher(line).matches())
                                        .count()
                                > 1);
    }

    /** <i>[Monday, 6:15]</i> */
    static boolean isBracketed(String bare) {
        return bare.startsWith("[") && BRACKETED.matcher(bare).matches();
    }
}
