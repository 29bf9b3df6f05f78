package org.kukai.haiku;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.kukai.haiku.RawLine.Role;

/**
 * Tells sentences that explain a poem or take leave of its reader. Unlike {@link Chatter} it is asked only about lines that
 * stand beside three others, for a poem may well use such words.
 */
final class Talk {

    private static final Pattern ABOUT = pattern(
            "\\b(?:haikus?|poems?|poetry|poet|verses|stanza|syllab\\w*|imagery|metaphors?|symboli[sz]\\w*|symbol|symbols of|juxtapos\\w*|kigo|kireji|season word|5-7-5|"
                    + "evok(?:es?|ing)|captur(?:es?|ing)|convey(?:s|ing)?|depict(?:s|ing)?|portray(?:s|ing)?|illustrat(?:es?|ing)|emphasi[sz](?:es?|ing)|highlights?|signif(?:y|ies)|"
                    + "represents?|suggests?|stands? for|reminds? (?:us|me|you|the)|reminding (?:us|me|you)|sense of|the (?:reader|speaker|theme|scene|contrast)|mirrors (?:the|how)|"
                    + "(?:first|second|third|final|last|opening|closing|middle) lines?|inspired by|traditional form|impermanence|transience|the beauty of|the essence of|"
                    + "your (?:request|prompt|topic)|(?:i|we) (?:wanted|tried|chose|wrote|hope|aimed|used|kept)|as (?:you )?(?:asked|requested)|let me|feel free|here'?s my|i will try)\\b");
    private static final Pattern LEAVE = pattern(
            "\\W*(?:(?:many )?thank(?:s| you)(?: so much)? (?:for|again)|have (?:a|an) (?:\\w+ ){0,2}(?:day|night|evening|time|week|one|weekend)\\b|(?:i )?wish(?:ing)? you|best (?:wishes|regards)|"
                    + "(?:kind|warm) regards|cheers|take care|happy (?:writing|reading|haiku)|come back|see you|your (?:\\w+ )?(?:assistant|friend)\\b|until next time|goodbye|sincerely|"
                    + "does (?:this|that|it)\\b|is (?:this|that) (?:what|ok|good)|how(?:'s| is| was) (?:that|this|it)\\b|what do you think|shall i|do you\\b|can i\\b|should i\\b|any feedback|"
                    + "total\\s*:|syllables?\\b|note (?:that|how)\\b|here,|kigo\\b|theme\\b\\s*:|mood\\s*:|season\\s*:|enjoy\\b|hope\\b).*");
    private static final Pattern SENTENCE_END = Pattern.compile("[:.!]['\"\u201d]?\\s+|\\s+[-\u2013\u2014]+\\s+");
    private static final Pattern ORDER = pattern(
            "(?:please )?(?:write|compose|create|generate|make up) (?:me )?(?:an?|another|the|some|two|three|five) .*");
    private static final int LONGEST_PREAMBLE = 160;

    private Talk() {}

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
    }

    /** Whether a line beside a poem is about it or to its reader. */
    static boolean is(String text) {
        return text.length() > LONGEST_PREAMBLE
                || LEAVE.matcher(text).matches()
                || ABOUT.matcher(text).find();
    }

    /** <i>Write a story about a robot.</i> */
    static boolean isOrder(String text) {
        return text.length() <= LONGEST_PREAMBLE && ORDER.matcher(text).matches();
    }

    static boolean isSentence(String text) {
        return !text.isEmpty() && ".!?".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    /** What follows the preamble on its line and may be verse; null when nothing does. */
    static @Nullable String afterPreamble(String text) {
        Matcher end = SENTENCE_END.matcher(text);
        while (end.find() && end.end() <= LONGEST_PREAMBLE) {
            String rest = text.substring(end.end()).strip();
            String before = text.substring(0, end.end()).strip();
            boolean words = rest.indexOf(' ') > 0 && !rest.endsWith(":") && !is(rest);
            if (words && opens(before) && Chatter.role(rest, false) == Role.VERSE) {
                return rest;
            }
        }
        return null;
    }

    private static boolean opens(String before) {
        String bare = before.replaceAll("\\s*[-\u2013\u2014]+$", "");
        Role role = Chatter.role(bare, false);
        return role == Role.PREAMBLE || role == Role.TITLE;
    }

    /** Where the last sentence about the poem begins in a line that starts with something else; -1 when there is none. */
    static int remarkIn(String text) {
        if (!Glance.has(text, ":.!-\u2013\u2014")) {
            return -1;
        }
        Matcher end = SENTENCE_END.matcher(text);
        while (end.find()) {
            String rest = text.substring(end.end());
            if (Chatter.role(rest, false) == Role.CLOSING || LEAVE.matcher(rest).matches()) {
                return end.end();
            }
        }
        return -1;
    }
}
