package org.kukai.haiku;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.kukai.haiku.RawLine.Role;

/**
 * Tells what is printed around a poem and never read as one of its verses (Genette, "Paratexts", 1997): titles, credits, dates, labelled notes,
 * hashtags, stage directions, courtesies. That such a line happens to have five syllables makes no poem of two verses. Some are known by
 * themselves, others only where three lines are all there is and a blank line parts one of them from the two others.
 */
final class Paratext {

    private static final int LINES = 3;

    private static final String NAME = "\\p{Lu}[\\p{L}.'\u2019-]*(?: \\p{Lu}[\\p{L}.'\u2019-]*){0,3}";
    /** Even right above or below two verses. */
    private static final Pattern LABELLED_ALWAYS = Pattern.compile(
            "(?:title|form|format|kigo|(?:season|seasonal|kigo) (?:word|reference)|(?:word|line|syllable) count|total|edit ?\\d|prompt|q|question)\\s*:(?:\\s.*)?",
            Pattern.CASE_INSENSITIVE);
    /** A verse may well begin with <i>Note:</i> or <i>Mood:</i>, so only beside three verses or apart from two. */
    private static final Pattern LABELLED = Pattern.compile(
            "(?:theme|topic|mood|tone|style|kireji|season|cutting word|setting|author|poet|date|sources?|credits?|tags?|keywords?|words?|lines?|syllables?(?: pattern)?"
                    + "|count|notes?|p\\.? ?s\\.?|edit|update|subject|alternat(?:e|ive)(?: (?:ending|version|line)s?)?|explanation|meaning|translation|draft|rating|score|pattern|structure"
                    + "|rhyme scheme|(?:poetic )?devices?|imagery|symbolism)\\s*:(?:\\s.*)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CREDITED = Pattern.compile(
            "(?i:photo(?:graph)?|image|picture|art(?:work)?|illustration|translat(?:ed|ion)|written|composed|posted|shared|generated|created|haiku|poem|words)(?i: by) "
                    + NAME + "[.]?|(?i:copyright)\\b(?: \u00a9| \\(c\\))?(?: \\d{4})?(?: " + NAME
                    + ")?[.]?|\u00a9.{1,40}|\\([cC]\\) ?\\d{4}.{0,40}|(?i:all rights reserved)[.]?|(?i:sent from my) \\w{1,12}[.]?");
    private static final Pattern HASHTAGS =
            Pattern.compile("#\\p{L}[\\p{L}\\d_]{0,30}(?:[\\s,]+#\\p{L}[\\p{L}\\d_]{0,30}){0,20}");
    private static final Pattern BRACKETED = Pattern.compile("\\[[^\\[\\]]{1,120}\\]\\W?");
    /** Words in round brackets that a poem may well have are told from what only stands around one. */
    private static final Pattern ASIDE = Pattern.compile(
            "[(\\[](?:to be continued|the end|fin|end|end of .*|draft.*|transl.*|.*\\b(?:haiku|syllables?)\\b.*|.*\\d of \\d\\b.*|up to you|optional.*|your .* here|insert .*|fill .*)[)\\]]\\W?",
            Pattern.CASE_INSENSITIVE);

    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    private static final Pattern DATE = Pattern.compile(
            "\\W{0,3}(?:" + MONTH + " \\d{1,4}(?:st|nd|rd|th)?(?:,? \\d{4})?|\\d{1,2}(?:st|nd|rd|th)? (?:of )?" + MONTH
                    + "(?:,? \\d{4})?|\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4})\\W{0,2}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DASHED =
            Pattern.compile("[-\u2013\u2014~]{1,2}\\s*(?:\\p{Lu}|\\d|(?:for|after|by|from|to|in memory)\\b).*");
    private static final Pattern OFFERED = Pattern.compile(
            ".*(?:5\\s*[-\u2013/]\\s*7\\s*[-\u2013/]\\s*5|\\bhaikus?\\b)[^:.!]{0,40}[:.!]", Pattern.CASE_INSENSITIVE);

    /** Words with which a line of three may open that only stands around the others. */
    private static final Set<String> OPENERS = Set.of(
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

    private final List<RawLine> lines;
    private final List<Integer> speaking;
    /** Whether there are more lines than a poem has, so that some of them are something else. */
    private final boolean more;

    private Paratext(List<RawLine> lines) {
        this.lines = lines;
        this.speaking = IntStream.range(0, lines.size())
                .filter(i ->
                        lines.get(i).role() != Role.NOTE && !lines.get(i).text().isEmpty())
                .limit(2 * LINES + 2)
                .boxed()
                .toList();
        this.more = speaking.stream().filter(i -> lines.get(i).isVerse()).count() > LINES;
    }

    /** The lines, those of them made notes that stand around the poem. */
    static List<RawLine> noted(List<RawLine> lines) {
        Paratext some = new Paratext(lines);
        List<RawLine> noted = some.noted(i -> lines.get(i).isVerse() && some.isAround(i));
        Paratext three = new Paratext(noted);
        return three.speaking.size() == LINES ? three.noted(i -> three.isAround(i) || three.isApart(i)) : noted;
    }

    /** Whether the first of three plain lines offers the poem, or the last says whose it is. */
    static boolean isIn(List<String> three) {
        String last = three.getLast();
        return isOffer(three.getFirst())
                || (Glance.opens(last, OPENERS) && CREDITED.matcher(last).matches());
    }

    private static boolean isOffer(String text) {
        return Chatter.mentionsPoems(text)
                && OFFERED.matcher(text).matches()
                && (text.endsWith(":") || Courtesy.is(text));
    }

    /** Not where it would leave nothing: then they are what they are. */
    private List<RawLine> noted(IntPredicate around) {
        Set<Integer> found =
                new HashSet<>(speaking.stream().filter(around::test).toList());
        if (found.isEmpty() || found.size() == speaking.size()) {
            return lines;
        }
        List<RawLine> all = new ArrayList<>(lines);
        found.forEach(i -> all.set(i, lines.get(i).asNote()));
        return all;
    }

    /** Whether a line is known by itself to be no verse. */
    private boolean isAround(int at) {
        RawLine line = lines.get(at);
        String text = line.text();
        if (line.raw().length() > RawLine.LONGEST) {
            return false;
        }
        boolean first = at == speaking.getFirst();
        String bare = bare(line);
        return (text.indexOf(':') > 0 && isLabelled(text, more))
                || CREDITED.matcher(text).matches()
                || HASHTAGS.matcher(bare).matches()
                || ASIDE.matcher(bare).matches()
                || (first && isOffer(text));
    }

    /** Whether blank lines part one of three from the others, and it looks like what stands around them. */
    private boolean isApart(int at) {
        int place = speaking.indexOf(at);
        boolean before = place == 0 && speaking.get(1) - at > 1 && speaking.getLast() - speaking.get(1) == 1;
        boolean after = place == LINES - 1 && at - speaking.get(1) > 1 && speaking.get(1) - speaking.getFirst() == 1;
        RawLine line = lines.get(at);
        String text = line.text();
        if (line.raw().length() > RawLine.LONGEST) {
            return false;
        }
        if (Courtesy.is(text) || Courtesy.asks(text)) {
            return (place == 0 && speaking.get(1) - at > 1) || (place == LINES - 1 && at - speaking.get(1) > 1);
        }
        List<RawLine> others =
                speaking.stream().filter(i -> i != at).map(lines::get).toList();
        return (before || after)
                && (text.endsWith(":")
                        || isLabelled(text, true)
                        || BRACKETED.matcher(bare(line)).matches()
                        || DATE.matcher(text).matches()
                        || DASHED.matcher(line.raw()).matches()
                        || (text.startsWith("(") && text.endsWith(")"))
                        || (line.marked() && others.stream().noneMatch(RawLine::marked))
                        || isTitle(text, others));
    }

    private static boolean isLabelled(String text, boolean surely) {
        return LABELLED_ALWAYS.matcher(text).matches()
                || (surely && LABELLED.matcher(text).matches());
    }

    private static boolean isTitle(String text, List<RawLine> others) {
        return text.indexOf(' ') > 0
                && Chatter.isTitleCase(text)
                && others.stream().noneMatch(other -> Chatter.isTitleCase(other.text()));
    }

    /** The line as it stood, without the marks of emphasis around it. */
    private static String bare(RawLine line) {
        String raw = line.raw();
        int start = 0;
        int end = raw.length();
        while (start < end && "*_ ".indexOf(raw.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && "*_ ".indexOf(raw.charAt(end - 1)) >= 0) {
            end--;
        }
        return raw.substring(start, end);
    }
}
