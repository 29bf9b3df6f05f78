package org.kukai.haiku;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

import org.kukai.haiku.RawLine.Role;

/** Lines that stand among those of a poem without being any: numbers on lines of their own, and the poem in another script. */
final class Asides {

    private static final int LINES = 3;

    private Asides() {}

    /** The lines, those made notes that are no verse beside the others. */
    static List<RawLine> noted(List<RawLine> lines) {
        return Paratext.noted(
                withoutSignature(withoutOtherTongue(withoutOtherScript(withoutRemarks(withoutNumbers(lines))))));
    }

    /** <i>Five</i> or <i>Line 1:</i> above each of the three. */
    private static List<RawLine> withoutNumbers(List<RawLine> lines) {
        List<LineNumber> numbers = lines.stream()
                .map(line -> LineNumber.alone(line.raw()))
                .filter(Objects::nonNull)
                .toList();
        long speaking = lines.stream().filter(line -> !line.text().isEmpty()).count();
        return numbers.size() == LINES && speaking >= 2 * LINES && Marks.isSequence(numbers)
                ? noted(lines, line -> LineNumber.alone(line.raw()) != null)
                : lines;
    }

    /** A remark in brackets under each of three lines. */
    private static List<RawLine> withoutRemarks(List<RawLine> lines) {
        List<RawLine> speaking = lines.stream()
                .filter(line -> !line.text().isEmpty())
                .limit(2 * LINES + 1)
                .toList();
        long remarks = speaking.stream().filter(Asides::isRemark).count();
        return remarks == LINES && speaking.size() == 2 * LINES ? noted(lines, Asides::isRemark) : lines;
    }

    private static boolean isRemark(RawLine line) {
        String text = line.text();
        return text.startsWith("(") && text.endsWith(")") && text.indexOf(')') == text.length() - 1;
    }

    /** Japanese above its English, or line by line; a whole answer in another script is left as it is. */
    private static List<RawLine> withoutOtherScript(List<RawLine> lines) {
        List<RawLine> foreign =
                lines.stream().filter(line -> isForeign(line.text())).toList();
        long others = lines.stream()
                .filter(line -> line.isVerse() && !line.text().isEmpty())
                .count();
        return !foreign.isEmpty() && others - foreign.size() >= LINES ? noted(lines, foreign::contains) : lines;
    }

    /** A stanza of German beside verse of English, or under <i>German:</i>; a whole answer in German is left as it is. */
    private static List<RawLine> withoutOtherTongue(List<RawLine> lines) {
        Set<RawLine> foreign = Collections.newSetFromMap(new IdentityHashMap<>());
        List<RawLine> stanza = new ArrayList<>();
        boolean headed = false;
        boolean others = false;
        for (int i = 0; i <= lines.size(); i++) {
            Role role = i == lines.size() ? Role.RULE : lines.get(i).role();
            if (role == Role.VERSE) {
                stanza.add(lines.get(i));
            } else if (role != Role.NOTE) {
                List<String> texts = stanza.stream().map(RawLine::text).toList();
                if (Tongue.isForeign(texts) || (headed && Tongue.mayBeForeign(texts))) {
                    foreign.addAll(stanza);
                } else {
                    others |= !stanza.isEmpty();
                }
                stanza.clear();
                headed = i < lines.size() && (role == Role.BLANK ? headed : Heading.namesOtherLanguage(lines.get(i)));
            }
        }
        return others && !foreign.isEmpty() ? noted(lines, foreign::contains) : lines;
    }

    /** <i>\u2014 Matsuo Basho</i> under two lines: five syllables, but no verse. */
    private static List<RawLine> withoutSignature(List<RawLine> lines) {
        List<RawLine> speaking = lines.stream()
                .filter(line -> !line.text().isEmpty())
                .limit(LINES + 1)
                .toList();
        boolean signed = speaking.size() == LINES
                && isSignedName(speaking.getLast())
                && speaking.stream().limit(LINES - 1).noneMatch(line -> Chatter.isTitleCase(line.text()));
        return signed ? noted(lines, line -> line.equals(speaking.getLast())) : lines;
    }

    private static boolean isSignedName(RawLine line) {
        boolean dashed = line.raw().indexOf(' ') > 0
                && "-\u2013\u2014~".indexOf(line.raw().charAt(0)) >= 0;
        String name = dashed ? line.raw().replaceFirst("^[-\u2013\u2014~]+\\s*", "") : "";
        return name.indexOf(' ') > 0 && Chatter.isTitleCase(name) && Chatter.isSignature(line);
    }

    private static List<RawLine> noted(List<RawLine> lines, Predicate<RawLine> aside) {
        List<RawLine> all = new ArrayList<>(lines);
        all.replaceAll(line -> aside.test(line) ? line.asNote() : line);
        return all;
    }

    /** Whether it has letters, none of them Latin. */
    static boolean isForeign(String text) {
        boolean letters = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x250 && Character.isLetter(c)) {
                return false;
            }
            letters |= c >= 0x250 && Character.isLetter(c);
        }
        return letters;
    }
}
