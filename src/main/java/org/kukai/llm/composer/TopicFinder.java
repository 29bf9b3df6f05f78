package org.kukai.llm.composer;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in a request what it wants a haiku about, by the phrases that people ask with. */
final class TopicFinder {
    private static final int LONGEST_REQUEST = 1000;
    private static final int LONGEST_TOPIC = 120;
    private static final int MOST_WORDS = 12;
    private static final String POEM = "(?:haikus?|poems?|verses?|(?:three |short )?lines|hokku|senryu)";
    private static final String END =
            "(?=[.?!;:\\n]|,? (?:in|as|into|for) (?:a |an |the |one |three |5|five |my |exactly )*(?:short |good |single )*"
                    + "(?:haiku|poem|5-7-5|five|three lines|hokku|form|verse)|, (?:then|please|and|but|using|with)\\b| (?:be|become) the (?:subject|topic|theme)"
                    + "| (?:sound|look|be) like| using\\b| please\\b| that (?:is|has|follows) (?:exactly |in )?(?:5|five|three)| with (?:exactly )?(?:5|five|three|the correct)|$)";

    private static final List<Pattern> CUES = List.of(
            cue("^(?:please )?(?:picture|imagine|let|put|turn|take|consider|sum up|summari[sz]e) "),
            cue("(?:topic|theme|subject|title)(?: is|:| -)\\s*"),
            cue("(?:think|thinking|thought) (?:of|about) "),
            cue("(?:out of|inspired by|based on|dedicated to|entitled|titled|called) "),
            cue(
                    "(?:captur|describ|celebrat|depict|evok|prais|honou?r|mention|explor|reflect|express|convey)(?:es?|ing|s|s on|ing on)? "),
            cue("(?:about|regarding|concerning|(?:topic|subject|theme|beauty|feeling|mood|idea) of) "),
            cue("(?:would you|could you|can you) (?:put|turn|capture|describe|sum up) "),
            cue(POEM + " (?:on|of|for|to) "),
            cue("^(?:haiku|poem)\\s*[:\\-]\\s*"));

    private static final Pattern BEFORE_POEM = Pattern.compile(
            "(?:an?|some) ([\\p{L}' -]{3,40}?)[- ](?:themed |inspired )?" + POEM, Pattern.CASE_INSENSITIVE);

    private static final Pattern QUOTED = Pattern.compile("[“\"«]([^“”\"«»]{2,80})[”\"»]");
    private static final Pattern NO_TOPIC = Pattern.compile(
            "(?:an?|the|haikus?|poems?|verses?|lines?|good|nice|short|beautiful|lovely|new|great|sad|happy|funny|simple|traditional|classic|original|single|proper|another|random|japanese"
                    + "|three|line|\\b5-7-5|me|i|it|that|this|you|anything|something|whatever|you like|[,\\s])*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ASKS =
            Pattern.compile("\\b(?:" + POEM + "|write|compose|please|syllables)\\b", Pattern.CASE_INSENSITIVE);

    private TopicFinder() {}

    private static Pattern cue(String words) {
        return Pattern.compile(
                (words.startsWith("^") ? "" : "\\b") + words + "(.{2,120}?)" + END,
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The topic's own words; empty when the request names none that can be found. */
    static Optional<String> find(String request) {
        String text = Normalizer.normalize(
                        request.substring(0, Math.min(request.length(), LONGEST_REQUEST)), Normalizer.Form.NFKC)
                .replace('’', '\'')
                .replaceAll("[ \\t]+", " ")
                .strip();
        for (Pattern cue : CUES) {
            Matcher matcher = cue.matcher(text);
            if (matcher.find()) {
                Optional<String> topic = tidy(matcher.group(1));
                if (topic.isPresent()) {
                    return topic;
                }
            }
        }
        for (Pattern pattern : List.of(QUOTED, BEFORE_POEM)) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                Optional<String> topic = tidy(matcher.group(1));
                if (topic.isPresent()) {
                    return topic;
                }
            }
        }
        return ASKS.matcher(text).find()
                ? Optional.empty()
                : tidy(text.lines().findFirst().orElse(""));
    }

    private static Optional<String> tidy(String raw) {
        String topic = raw.substring(0, Math.min(raw.length(), 2 * LONGEST_TOPIC))
                .replaceAll("[^\\p{IsLatin}\\p{N}'&, -]", " ")
                .replaceAll("(?i)^(?:the (?:topic|subject|theme) of|the idea of|how about) ", "")
                .replaceAll("\\s+", " ")
                .replaceAll("^[\\s,'&-]+|[\\s,&-]+$", "");
        boolean letters = topic.chars().filter(Character::isLetter).count() >= 2;
        if (!letters
                || topic.length() > LONGEST_TOPIC
                || NO_TOPIC.matcher(topic).matches()
                || topic.split(" ", -1).length > MOST_WORDS) {
            return Optional.empty();
        }
        // Only an article or a question word loses its capital; a name keeps it.
        String first = topic.split(" ", -1)[0];
        boolean small = first.toLowerCase(Locale.ROOT)
                .matches("a|an|the|my|your|our|his|her|their|why|how|what|when|where|who|some|every");
        return Optional.of(small ? first.toLowerCase(Locale.ROOT) + topic.substring(first.length()) : topic);
    }
}
