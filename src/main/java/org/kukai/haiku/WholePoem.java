package org.kukai.haiku;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.kukai.haiku.Removal.Reason;
import org.kukai.syllable.Source;
import org.kukai.syllable.Syllables;
import org.kukai.syllable.WordCount;

/** Takes off a poem what can only be seen on all its lines together: counts on each, quotes around it, words split into syllables. */
final class WholePoem {

    private static final Pattern DOTTED = Pattern.compile("(?<=\\p{L})[\u00b7\u2027\u2022\u22c5](?=\\p{L})");
    private static final Pattern HYPHENED = Pattern.compile("\\p{L}+(?:-\\p{L}+)+");
    private static final String OPENING = "\"\u201c\u00ab'\u2018`";
    private static final String CLOSING = "\"\u201d\u00bb'\u2019`";

    private static final String DASH = "[-\u2013\u2014]";
    private static final Pattern COUNT_BEFORE = Pattern.compile("^(\\d)\\s*(?::|" + DASH + ")\\s+(?=\\S)");
    private static final Pattern COUNT_AFTER =
            Pattern.compile("(?<=[^\\d\\s])(?:\\s+" + DASH + "\\s*|\\s*:\\s*)(\\d{1,2})$");
    private static final Pattern COUNT_BARE = Pattern.compile("(?<=\\S)\\s+(\\d)$");
    private static final List<String> FORM = List.of("5", "7", "5");
    private static final List<String> PLACES = List.of("1", "2", "3");
    private static final Pattern NAME = Pattern.compile("(?i)^haiku\\s+" + DASH + "\\s+");

    private final Form form;
    private final Syllables syllables;
    private final List<String> lines;
    private final List<Removal> removals;

    WholePoem(Syllables syllables, List<String> lines, List<Removal> removals) {
        this.form = new Form(syllables);
        this.syllables = syllables;
        this.lines = new ArrayList<>(lines);
        this.removals = removals;
    }

    List<String> lines() {
        counts(COUNT_BEFORE, List.of(FORM, PLACES));
        counts(COUNT_AFTER, List.of());
        counts(COUNT_BARE, List.of(FORM));
        name();
        quotes();
        joined();
        return lines;
    }

    /** A number on one line is a word of the poem; on each of the three, where they do not have the form with it, it counts. */
    private void counts(Pattern pattern, List<List<String>> allowed) {
        List<MatchResult> found =
                lines.stream().flatMap(line -> pattern.matcher(line).results()).toList();
        List<String> numbers = found.stream().map(number -> number.group(1)).toList();
        boolean meant = found.size() == lines.size() && (allowed.isEmpty() || allowed.contains(numbers));
        if (meant && !form.fits(lines)) {
            for (int i = 0; i < lines.size(); i++) {
                replace(i, Reason.ANNOTATION, pattern.matcher(lines.get(i)).replaceFirst(""));
            }
        }
    }

    /** <i>Haiku - An old silent pond</i>: the poem's kind, where only without it the form is right. */
    private void name() {
        String bare = NAME.matcher(lines.getFirst()).replaceFirst("");
        boolean named = !bare.equals(lines.getFirst()) && !form.fits(lines);
        if (named && form.fits(List.of(bare, lines.get(1), lines.get(2)))) {
            replace(0, Reason.LABEL, bare);
        }
    }

    private void replace(int line, Reason reason, String left) {
        removals.add(new Removal(reason, lines.get(line)));
        lines.set(line, left.strip());
    }

    private void quotes() {
        String first = lines.getFirst();
        String last = lines.getLast();
        int kind = first.isEmpty() ? -1 : OPENING.indexOf(first.charAt(0));
        String ending = last.replaceAll("[.,;]+$", "");
        boolean closes = kind >= 0 && !ending.isEmpty() && CLOSING.indexOf(ending.charAt(ending.length() - 1)) == kind;
        boolean elsewhere = closes && (isQuotedInside(kind) || startsWithElision(first));
        if (closes && !elsewhere && first.length() > 1 && ending.length() > 1) {
            removals.add(new Removal(
                    Reason.QUOTE, first.substring(0, 1) + "\u2026" + ending.substring(ending.length() - 1)));
            lines.set(0, first.substring(1).strip());
            lines.set(2, (ending.substring(0, ending.length() - 1) + last.substring(ending.length())).strip());
        }
    }

    /** Whether the first line closes its own quotation, so that the marks do not belong to the poem. */
    private boolean isQuotedInside(int kind) {
        char close = CLOSING.charAt(kind);
        String first = lines.getFirst().substring(1);
        if (close == '\'' || close == '\u2019') {
            return first.matches(".*['\u2019](?:\\W.*)?") && first.matches(".*['\u2019](?![\\p{L}]).*");
        }
        return first.indexOf(close) >= 0;
    }

    /** <i>'twas</i>: the apostrophe is the word's own. */
    private boolean startsWithElision(String line) {
        List<WordCount> words = syllables.line(line);
        return !words.isEmpty() && words.getFirst().word().charAt(0) == line.charAt(0);
    }

    private void joined() {
        boolean hyphens = splitByHyphens();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String whole = DOTTED.matcher(line).replaceAll("");
            whole = hyphens ? HYPHENED.matcher(whole).replaceAll(this::whole) : whole;
            if (!whole.equals(line)) {
                replace(i, Reason.SPLIT, whole);
            }
        }
    }

    private String whole(MatchResult word) {
        return isSplit(word.group())
                ? Matcher.quoteReplacement(word.group().replace("-", ""))
                : Matcher.quoteReplacement(word.group());
    }

    /** Two words or more that only hyphens keep from being known ones, one of them cut where no word ends. */
    private boolean splitByHyphens() {
        List<String> split = lines.stream()
                .flatMap(line -> HYPHENED.matcher(line).results())
                .map(MatchResult::group)
                .filter(this::isSplit)
                .toList();
        return split.size() > 1 && split.stream().anyMatch(this::hasFragment);
    }

    private boolean isSplit(String word) {
        WordCount whole = syllables.count(word.replace("-", ""));
        boolean known = whole.source() == Source.LEXICON;
        return known
                && whole.counts().contains(word.split("-", -1).length)
                && syllables.count(word).source() != Source.LEXICON;
    }

    private boolean hasFragment(String word) {
        for (String part : word.split("-", -1)) {
            if (part.length() < 3 || syllables.count(part).source() != Source.LEXICON) {
                return true;
            }
        }
        return false;
    }
}
