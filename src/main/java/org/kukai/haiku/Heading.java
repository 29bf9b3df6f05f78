package org.kukai.haiku;

import java.util.regex.Pattern;

import org.kukai.haiku.RawLine.Role;

/** Headings over one of several poems of an answer: which draft it is, or in which language. */
final class Heading {

    private static final int LONGEST = 40;

    private static final String REVISED =
            "(?:final|finished|revised|corrected|improved|updated|fixed|polished|refined|rewritten|reworked|edited)";
    private static final String WORK = "(?:version|haiku|poem|draft|answer|attempt|try|take|revision|verse)";
    private static final String LANGUAGE =
            "(?:english|japanese|romaji|kanji|hiragana|french|fran\u00e7ais|spanish|espa\u00f1ol|german|deutsch|italian|italiano|portuguese|portugu\u00eas|chinese|korean"
                    + "|\u65e5\u672c\u8a9e|\u82f1\u8a9e)";
    private static final Pattern ANY = pattern(
            "(?:my |the |here(?:'s|\u2019s| is) (?:a|the|my) )?(?:(?:first|second|third|initial|rough|original|new|better|"
                    + REVISED + ")(?: " + WORK
                    + ")?|draft|version|attempt|take|revision|correction|(?:in )?" + LANGUAGE
                    + "(?: (?:version|haiku|original|translation))?)(?: ?#?\\d+| one| two)?[:.]?");
    private static final Pattern CHOSEN = pattern(
            "\\b(?:" + REVISED + "(?: " + WORK
                    + "|:|$)|revision\\W*$|correction\\W*$|correct(?:ed)? (?:one|version|haiku|poem|answer)\\W*$)|^(?:in )?english(?: (?:version|haiku|translation))?\\W*$");

    /** <i>Final haiku: ...</i> before the first verse. */
    private static final Pattern INLINE = pattern(REVISED + "(?: " + WORK + ")?:\\s+\\S");

    private static final Pattern OTHER_LANGUAGE = pattern(
            "(?:in )?(?:french|fran\u00e7ais|spanish|espa\u00f1ol|german|deutsch|italian|italiano|portuguese|portugu\u00eas)(?: (?:version|haiku|original|translation))?\\W*");

    private static final Pattern NO_POEM = pattern(
            "\\b(?:plan|outline|questions?|template|checklist|ingredients|shopping list|grocery list|words (?:that |which )?(?:you|to)|to-do list|agenda|forecast|tips|advice"
                    + "|instructions|steps|rules|guidelines|requirements)\\b[^:]{0,120}:$|^what (?:is|are|makes) (?:an? )?haikus?\\b.*\\?$");
    /** <i>Here is a haiku that follows your rules:</i> does. */
    private static final Pattern POEM_FIRST = pattern(
            "\\b(?:a|an|your|my|the|this|another|one) (?:[\\w'\u2019-]+ ){0,3}(?:haikus?|poems?)\\b.*\\b(?:plan|outline|questions?|checklist|ingredients|list|agenda|forecast|tips|advice|instructions|steps|rules|guidelines|requirements)\\b"
                    + "|\\b(?:follow(?:s|ing|ed)|per|based|accord(?:s|ing)?|meets?|within|under|with|by|about)\\b.*\\b(?:instructions|steps|rules|guidelines|requirements)\\b");

    private Heading() {}

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** <i>Draft:</i>, <i>My first attempt:</i>, <i>English:</i>, which are asked about only where a colon or emphasis sets them apart. */
    static boolean is(String text) {
        return text.length() < LONGEST && ANY.matcher(text).matches();
    }

    /** <i>A few questions first:</i>, <i>Here is a template you can use:</i>. */
    static boolean announcesNoPoem(String text) {
        return (text.endsWith(":") || text.endsWith("?"))
                && text.length() <= RawLine.LONGEST
                && NO_POEM.matcher(text).find()
                && !POEM_FIRST.matcher(text).find();
    }

    /** <i>German:</i> over lines in Latin letters. */
    static boolean namesOtherLanguage(RawLine line) {
        return line.text().length() < LONGEST
                && OTHER_LANGUAGE.matcher(line.text()).matches();
    }

    /** Whether a line calls the poem after it, or that which begins in it, the final, revised or corrected one, or the English one. */
    static boolean choosesPoem(RawLine line) {
        boolean heads = line.role() == Role.TITLE || line.role() == Role.PREAMBLE;
        return line.text().length() <= RawLine.LONGEST
                && (heads
                        ? CHOSEN.matcher(line.text()).find()
                        : line.isVerse() && INLINE.matcher(line.text()).lookingAt());
    }
}
