package org.kukai.haiku;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.kukai.haiku.Removal.Reason;

/**
 * Finds the answer among what a model's template leaves around it: its thinking, the prompt repeated, the marks that part
 * the turns of a chat, and the further turns that a model makes up by itself.
 */
final class Conversation {

    private static final String THOUGHT = "(?:think|thinking|thought|reasoning|analysis|scratchpad)";
    private static final Pattern THOUGHT_ENDS = Pattern.compile(
            "(?i)(?:</" + THOUGHT + ">|\\[/" + THOUGHT + "\\]|◁/think▷|<\\|channel\\|>final<\\|message\\|>)");
    private static final Pattern THOUGHT_STARTS = Pattern.compile(
            "(?i)\\s*(?:<" + THOUGHT + ">|\\[" + THOUGHT + "\\]|◁think▷|<\\|channel\\|>analysis<\\|message\\|>)");
    private static final Pattern THINKS_AGAIN = Pattern.compile("(?i)\n(?:<" + THOUGHT + ">|\\[" + THOUGHT + "\\])");
    private static final Pattern TURN = Pattern.compile(
            "(?i)<\\|(?:im_start|start_header_id|start|header_start)\\|>[ \\n]?(assistant|user|system|model)?(?:<\\|(?:end_header_id|header_end|message)\\|>)?"
                    + "|<\\|(assistant|user|system|model)\\|>"
                    + "|<start_of_turn>[ \\n]?(user|model)?"
                    + "|<\\|[a-z_]{1,30}\\|>|<\uff5c[^<>\uff5c\\n]{1,40}\uff5c>|<(?:end_of_turn|eos|bos|pad|unk)>|</?s>(?![^<\\n]{1,200}</s>)|\\[/?INST\\]|<</?SYS>>"
                    + "|(?<=^|\\n)#{1,4} ?(instruction|input|prompt|response|output|answer|user|assistant|human)s?\\s*:?[ ]*(?=\\n|$)");

    private static final Set<String> THOUGHTS = Set.of("thought", "thinking", "analysis", "reasoning");
    private static final Set<String> ROLES = Set.of("model", "assistant", "response", "answer", "output", "final");
    private static final Pattern ROLE = Pattern.compile("\n(?:model|assistant|response|answer|output|final) {0,9}\n");
    private static final int LONGEST_ROLE = 12;
    private static final int LINES = 3;
    private static final Pattern FURTHER_TURN = Pattern.compile(
            "(?<=\n\n)(?:question|q|user|human|instruction|input)(?: ?#?\\d{1,3})?\\s*:(?=\\s)",
            Pattern.CASE_INSENSITIVE);

    private Conversation() {}

    /** <i>analysisWe need a haiku.assistantfinalAn old pond</i>: what is left of channels when their marks are lost. */
    private static final Pattern CHANNELS = Pattern.compile("analysis.{0,20000}?assistantfinal(?=\\S)", Pattern.DOTALL);

    /** The answer alone; what stood around it is added to the removals. */
    static String answer(String text, List<Removal> removals) {
        String said = afterRole(afterChannels(text, removals), removals);
        boolean marked = isMarked(said);
        return beforeFurtherTurn(marked ? turn(afterThought(said, removals), removals) : said, removals);
    }

    private static String afterChannels(String text, List<Removal> removals) {
        Matcher channels = CHANNELS.matcher(text);
        if (!text.startsWith("analysis") || !channels.lookingAt()) {
            return text;
        }
        removals.add(new Removal(Reason.TURN, Cleaning.shortened(channels.group())));
        return text.substring(channels.end());
    }

    /** <i>Question: ...</i> below three lines and more: a turn that a model made up by itself. */
    private static String beforeFurtherTurn(String text, List<Removal> removals) {
        if (!text.contains("\n\n") || text.indexOf(':') < 0) {
            return text;
        }
        int poem = endOfLines(text, LINES);
        Matcher turn = FURTHER_TURN.matcher(text);
        if (poem < 0 || !turn.find(poem)) {
            return text;
        }
        closing(text.substring(turn.start()), removals);
        return text.substring(0, turn.start());
    }

    /** Where so many lines with words have ended; -1 when there are fewer. */
    private static int endOfLines(String text, int lines) {
        int left = lines;
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            left -= text.substring(start, end).isBlank() ? 0 : 1;
            if (left == 0) {
                return end;
            }
            start = end + 1;
        }
        return -1;
    }

    private static boolean isMarked(String text) {
        return text.indexOf('<') >= 0 || text.indexOf('[') >= 0 || text.indexOf('#') >= 0 || text.indexOf('◁') >= 0;
    }

    /** What templates leave when their marks are lost: a line <i>model</i>, or <i>thought</i>, the thought, <i>response</i>. */
    private static String afterRole(String text, List<Removal> removals) {
        int end = text.indexOf('\n');
        if (end < 0 || end > LONGEST_ROLE) {
            return text;
        }
        String first = text.substring(0, end).strip();
        int start = end + 1;
        if (THOUGHTS.contains(first)) {
            Matcher role = ROLE.matcher(text);
            start = role.find(end) ? role.end() : -1;
        } else if (!ROLES.contains(first)) {
            return text;
        }
        boolean poem = start > 0
                && text.substring(start).lines().filter(line -> !line.isBlank()).count() > 2;
        if (poem) {
            removals.add(new Removal(Reason.TURN, Cleaning.shortened(text.substring(0, start))));
        }
        return poem ? text.substring(start) : text;
    }

    private static String afterThought(String text, List<Removal> removals) {
        Matcher ends = THOUGHT_ENDS.matcher(text);
        int end = 0;
        while (ends.find()) {
            end = ends.end();
        }
        if (end == 0 && THOUGHT_STARTS.matcher(text).lookingAt()) {
            end = text.length(); // it was cut while it thought; a poem in there is a draft
        }
        if (end > 0) {
            removals.add(new Removal(Reason.PREAMBLE, Cleaning.shortened(text.substring(0, end))));
            return text.substring(end);
        }
        Matcher late = THINKS_AGAIN.matcher(text);
        if (late.find()) {
            closing(text.substring(late.start()), removals); // it thought again, after its answer
            return text.substring(0, late.start());
        }
        return text;
    }

    /** The first turn that is the model's own and says anything. */
    private static String turn(String text, List<Removal> removals) {
        Matcher marks = TURN.matcher(text);
        int start = 0;
        boolean others = false;
        String before = "";
        while (marks.find()) {
            String said = text.substring(start, marks.start());
            removals.add(new Removal(Reason.TURN, marks.group().strip()));
            if (!said.isBlank() && !others && !opensAnswer(marks)) {
                closing(text.substring(marks.end()), removals);
                return said;
            }
            if (!said.isBlank()) {
                removals.add(new Removal(Reason.PREAMBLE, Cleaning.shortened(said)));
                before = before.isEmpty() ? said : before;
            }
            start = marks.end();
            others = opensQuestion(marks);
        }
        String last = text.substring(start);
        return last.isBlank() || others ? before + last : last;
    }

    private static void closing(String rest, List<Removal> removals) {
        if (!rest.isBlank()) {
            removals.add(new Removal(Reason.CLOSING, Cleaning.shortened(rest)));
        }
    }

    private static boolean opensAnswer(Matcher mark) {
        String group = mark.group().toLowerCase(Locale.ROOT);
        return group.contains("assistant")
                || group.contains("model")
                || group.equals("[/inst]")
                || group.contains("response")
                || group.contains("output")
                || group.contains("answer");
    }

    private static boolean opensQuestion(Matcher mark) {
        String group = mark.group().toLowerCase(Locale.ROOT);
        return !opensAnswer(mark)
                && (group.contains("user")
                        || group.contains("system")
                        || group.equals("[inst]")
                        || group.contains("sys>>")
                        || group.startsWith("#"));
    }
}
