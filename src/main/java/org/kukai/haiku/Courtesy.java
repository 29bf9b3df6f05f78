package org.kukai.haiku;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells what can only be said to the reader of an answer: that it is here, that it may please, thanks for the task, farewell. Verse
 * hopes and thanks too (<i>I hope for the spring</i>), but for something else.
 */
final class Courtesy {

    private static final String WORK = "(?:haiku|poem|answer|response|reply|request)";
    private static final Pattern SAID = Pattern.compile(
            "\\W*(?:(?:and )?here(?:'s|\u2019s| is) (?:a|an|the|my|your|one|another)\\b.{0,30}\\b" + WORK + "\\b.{0,20}"
                    + "|(?:i |we )?(?:really |do |sincerely )?hope (?:that )?(?:you(?:'ll|\u2019ll| will| would)? (?:really |also )?(?:like|enjoy|love|find|appreciate|approve)|(?:it|this|these|my|the "
                    + WORK + ")\\b).*"
                    + "|(?:please )?let me (?:know|try|write|give|share|offer|see|think|start|begin|compose|craft|create|count|revise|fix|explain|check|add|introduce|present|help|be)\\b.*"
                    + "|thank(?:s| you)(?: so much| very much)? for (?:asking|reading|your|this|letting|sharing|trying|the (?:\\w+ )?(?:request|prompt|chance|opportunity|question|idea|topic|theme|challenge|task|word))\\b.*"
                    + "|feel free\\b.*|enjoy (?:it|this|the " + WORK
                    + "|your)\\b.*|have an? (?:\\w+ ){0,2}(?:day|night|evening|time|week|weekend)\\b.{0,20}"
                    + "|(?:sure|certainly|of course|absolutely|okay|ok|alright|gladly|with pleasure|happy to help|no problem|you(?:'re|\u2019re| are) welcome|my pleasure)\\b.{0,30})",
            Pattern.CASE_INSENSITIVE);
    /** What asks or offers: verse may, so it is told only of a line that stands apart, or beside a refusal. */
    private static final Pattern ASKED = Pattern.compile(
            "\\W*(?:would you (?:like|prefer|rather|want|care)\\b.*|do you (?:want|like|need|prefer|have)\\b.*|(?:shall|should|can|may|could) i\\b.*|want (?:me|another|one|more)\\b.*|what do you think\\b.*|how (?:can|may|else can) i help\\b.*"
                    + "|is there (?:something|anything)\\b.*|how(?:'s|\u2019s| is| was) (?:that|this|it)\\b.*|(?:i(?:'m|\u2019m| am) |i(?:'d|\u2019d| would) be )(?:happy|glad) to\\b.*|what else\\b.*|what (?:would|do|should|kind|else|theme|topic|style)\\b.*\\b(?:you|me|i)\\b.*\\?|(?:hello|hi|hey|greetings|welcome)\\b.{0,30}[!.?]|sorry (?:about|for) (?:that|this|the)\\b.*|ask me\\b.*|please (?:try|ask|choose|pick|provide|give|tell|share)\\b.*"
                    + "|thank(?:s| you)(?: so much| very much)?[.!]*|until next time.*|goodbye.*|see you\\b.*|come back\\b.*|(?:best|kind|warm) (?:wishes|regards).*|happy (?:writing|reading|to help)\\b.*)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CONSENT = Pattern.compile(
            "(?:sure|certainly|of course|absolutely|okay|ok|alright|gladly|with pleasure|no problem)(?: thing)?[,!.].*",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> OPENERS = Set.of(
            "and",
            "here",
            "i",
            "we",
            "hope",
            "please",
            "let",
            "thank",
            "thanks",
            "feel",
            "enjoy",
            "have",
            "sure",
            "certainly",
            "of",
            "absolutely",
            "okay",
            "ok",
            "alright",
            "gladly",
            "with",
            "happy",
            "no",
            "you",
            "my");

    private Courtesy() {}

    static boolean is(String text) {
        return text.length() <= RawLine.LONGEST
                && Glance.opens(text, OPENERS)
                && SAID.matcher(text).matches();
    }

    /** <i>Sure! ...</i> */
    static boolean consents(String text) {
        return text.length() <= RawLine.LONGEST && CONSENT.matcher(text).matches();
    }

    /** Whether a line asks the reader what they want, or offers them more. */
    static boolean asks(String text) {
        return text.length() <= RawLine.LONGEST && ASKED.matcher(text).matches();
    }

    /** Whether nothing else is said, so that three lines are no poem though they have its form. */
    static boolean isAll(List<String> lines) {
        return lines.stream().anyMatch(Courtesy::is) && lines.stream().allMatch(line -> is(line) || asks(line));
    }
}
