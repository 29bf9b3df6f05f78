package org.kukai.haiku;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.kukai.haiku.Removal.Reason;
import org.kukai.syllable.Source;
import org.kukai.syllable.Syllables;
import org.kukai.syllable.WordCount;

/**
 * Joins words that were cut to show their syllables: <i>si·lent, si-lent, si - lent, si/lent</i>. Pieces are joined when
 * together they are a known word of as many syllables, and at least one piece in the poem is no word by itself; so that
 * <i>snow-covered</i>, <i>half-moon</i> and a dash between words stay.
 */
final class Splits {

    private static final Pattern LETTERS = Pattern.compile("\\p{L}[\\p{L}\u2019']*");
    private static final Pattern MARK =
            Pattern.compile("([,;:.!?]?)(\\s*)([-\u2010\u2011\u2013\u00b7\u2027\u2022\u22c5\u2219\u30fb./|_+])(\\s*)");
    private static final String PARTING = "-\u2010\u2011\u2013\u00b7\u2027\u2022\u22c5\u2219\u30fb./|_+";
    private static final String DOTS = "\u00b7\u2027\u2022\u22c5\u2219\u30fb";
    private static final Set<String> SHORT_WORDS = Set.of(
            "a", "i", "o", "an", "in", "to", "of", "on", "at", "by", "my", "me", "we", "he", "it", "is", "as", "or",
            "so", "no", "do", "go", "up", "us", "be", "am", "if", "oh", "ah", "ox", "hi", "ma", "pa");
    /** Parts that old or careful spelling sets off by a hyphen: <i>to-night, re-do, a-flutter</i>. */
    private static final Set<String> PREFIXES = Set.of(
            "to", "re", "co", "e", "pre", "un", "non", "a", "de", "mid", "by", "be", "ex", "on", "bi", "x", "t",
            "anti");

    private static final int LONGEST_WORD = 8;
    private static final int FRAGMENT = 100;

    private final Syllables syllables;
    private final List<String> lines;
    private final List<Removal> removals;
    private int joined;
    /** How sure it is that words were cut: a word in two pieces says it once, in more pieces twice. */
    private int certain;

    private boolean hyphensOnly = true;

    /** Words that marks of one kind keep together. */
    private static final class Run {
        private final int start;
        private int end;
        private final List<String> words = new ArrayList<>();
        private final List<String> marks = new ArrayList<>();
        private int[] pieces = {};
        private boolean certain;

        Run(int start) {
            this.start = start;
        }

        private boolean tight() {
            return marks.stream().noneMatch(mark -> mark.indexOf(' ') >= 0);
        }

        private boolean dotted() {
            return DOTS.indexOf(marks.getFirst().strip().charAt(0)) >= 0;
        }
    }

    Splits(Syllables syllables, List<String> lines, List<Removal> removals) {
        this.syllables = syllables;
        this.lines = lines;
        this.removals = removals;
    }

    void join() {
        if (lines.stream().noneMatch(Splits::mayBeCut)) {
            return;
        }
        List<List<Run>> all = lines.stream().map(this::runs).toList();
        all.forEach(runs -> runs.forEach(this::divide));
        boolean meant = certain > 0 && (joined > 1 || !hyphensOnly);
        for (int i = 0; i < lines.size(); i++) {
            StringBuilder line = new StringBuilder(lines.get(i));
            for (Run run : all.get(i).reversed()) {
                if ((meant && !isCompound(run)) || (run.dotted() && run.tight())) {
                    line.replace(run.start, run.end, written(run));
                }
            }
            if (!lines.get(i).contentEquals(line)) {
                removals.add(new Removal(Reason.SPLIT, lines.get(i)));
                lines.set(i, line.toString());
            }
        }
    }

    /** Whether a mark that may part syllables stands before a letter. */
    private static boolean mayBeCut(String line) {
        boolean mark = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (mark && Character.isLetter(line.codePointAt(i))) {
                return true;
            }
            mark |= PARTING.indexOf(c) >= 0;
        }
        return false;
    }

    private List<Run> runs(String line) {
        if (!mayBeCut(line)) {
            return List.of();
        }
        List<Run> runs = new ArrayList<>();
        Matcher words = LETTERS.matcher(line);
        Matcher mark = MARK.matcher(line);
        while (words.find()) {
            Run last = runs.isEmpty() ? null : runs.getLast();
            boolean follows = last != null
                    && mark.region(last.end, words.start()).matches()
                    && (last.marks.isEmpty() || kind(last.marks.getFirst()) == kind(mark.group()))
                    && !(mark.group(3).equals(".")
                            && (!mark.group(2).isEmpty() || !mark.group(4).isEmpty()));
            Run run = last != null && follows ? last : new Run(words.start());
            if (follows) {
                run.marks.add(mark.group());
            } else {
                runs.add(run);
            }
            run.words.add(words.group());
            run.end = words.end();
        }
        return runs.stream().filter(found -> !found.marks.isEmpty()).toList();
    }

    private static char kind(String mark) {
        String bare = mark.strip();
        return bare.charAt(bare.length() - 1);
    }

    /** Finds the cheapest way to read a run as words: known ones, few, and as few fragments as can be. */
    private void divide(Run run) {
        int count = run.words.size();
        int[] cost = new int[count + 1];
        int[] back = new int[count + 1];
        Arrays.fill(cost, 1, count + 1, Integer.MAX_VALUE);
        for (int end = 1; end <= count; end++) {
            for (int start = Math.max(0, end - LONGEST_WORD); start < end; start++) {
                int piece = cost(run, start, end);
                if (piece < Integer.MAX_VALUE && cost[start] + piece < cost[end]) {
                    cost[end] = cost[start] + piece;
                    back[end] = start;
                }
            }
        }
        run.pieces = back;
        for (int end = count; end > 0; end = back[end]) {
            if (end - back[end] > 1) {
                joined++;
                run.certain |= isCertain(run, back[end], end);
                certain += isCertain(run, back[end], end) ? Math.min(2, end - back[end] - 1) : 0;
                hyphensOnly &= isHyphen(run) && run.tight();
            }
        }
    }

    private int cost(Run run, int start, int end) {
        if (end - start == 1) {
            return isWord(run.words.get(start)) ? 1 : FRAGMENT;
        }
        for (int i = start; i < end - 1; i++) {
            if (run.marks.get(i).matches("[,;:.!?]\\s*\\S.*")) {
                return Integer.MAX_VALUE;
            }
        }
        String parts = String.join("", run.words.subList(start, end));
        if (run.dotted() && run.tight()) {
            return 1; // such a dot parts nothing but syllables
        }
        WordCount whole = syllables.count(parts);
        boolean known = whole.source() == Source.LEXICON || (whole.source() == Source.RULE && parts.length() > 4);
        boolean fits = known && whole.counts().contains(end - start);
        boolean hyphenated = count(run) == 2 && isHyphen(run) && run.tight() && isKnown(String.join("-", run.words));
        return fits && !hyphenated ? 1 : Integer.MAX_VALUE;
    }

    private static int count(Run run) {
        return run.words.size();
    }

    private static boolean isHyphen(Run run) {
        return kind(run.marks.getFirst()) == '-';
    }

    /** One of the pieces is no word, and not a part that is often set off; two such in a poem leave no doubt, nor one with other marks than a hyphen. */
    private boolean isCertain(Run run, int start, int end) {
        boolean fragment = run.words.subList(start, end).stream().anyMatch(word -> !isWord(word));
        boolean prefix = isHyphen(run)
                && run.tight()
                && count(run) == 2
                && PREFIXES.contains(run.words.getFirst().toLowerCase(Locale.ROOT));
        return fragment && !prefix;
    }

    /**
     * Two words with a hyphen between them are the poet's, whatever stands elsewhere, unless the poem is cut again and again
     * and they make a word of the lexicon: <i>moon-lit</i>.
     */
    private boolean isCompound(Run run) {
        return count(run) == 2
                && isHyphen(run)
                && run.tight()
                && !run.certain
                && !((certain > 1 || run.words.getFirst().equalsIgnoreCase("a"))
                        && isKnown(String.join("", run.words)));
    }

    private boolean isWord(String text) {
        return text.length() < 3 ? SHORT_WORDS.contains(text.toLowerCase(Locale.ROOT)) : isKnown(text);
    }

    private boolean isKnown(String text) {
        return syllables.count(text).source() == Source.LEXICON;
    }

    /** The run with its syllables joined; what parts its words stays, unless it parted all of them. */
    private static String written(Run run) {
        int[] ends = new int[run.words.size() + 1];
        for (int end = run.words.size(); end > 0; end = run.pieces[end]) {
            ends[end] = 1;
        }
        boolean spelled = Arrays.stream(ends).sum() < run.words.size();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < run.words.size(); i++) {
            text.append(run.words.get(i));
            if (i < run.marks.size() && ends[i + 1] == 1) {
                String mark = run.marks.get(i);
                String stop = ",;:.!?".indexOf(mark.charAt(0)) >= 0 && mark.length() > 1 ? mark.substring(0, 1) : "";
                text.append(spelled ? stop + " " : mark);
            }
        }
        return text.toString();
    }
}
