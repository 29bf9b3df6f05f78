package org.kukai.haiku;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.kukai.syllable.Source;
import org.kukai.syllable.Syllables;
import org.kukai.syllable.WordCount;

/** The counter as a program without a server: one word or one poem a line in, one line of tab-separated fields out. */
public final class Count {

    private static final String HELP = """
            Counts the syllables of English words, or judges poems by 5, 7 and 5.

              java -cp 'target/quarkus-app/app/*' org.kukai.haiku.Count [--poems] [--] [TEXT...]

            Without TEXT it reads standard input (UTF-8), a word or a poem a line, and answers each line with one line of fields
            with tabs between.

              words: text, usual count, all counts (1,2), source (lexicon, rule, model, unknown), confidence (0.00 to 1.00);
                     of several words on a line the sums, and the least sure source and confidence
              poems: score (0 to 4), form (strict, lenient, no), sums of each line (5 7 5), problem (- is none),
                     what was taken away (clean, chatter), poem; in and out, " / " or \\n parts its lines

            Ends with 0, with 1 when it cannot read or write, and with 2 when it was called wrongly.
            """;

    private final boolean poems;
    private final Scorer scorer = new Scorer();

    private Count(boolean poems) {
        this.poems = poems;
    }

    /** Arguments: see {@code --help}. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.in, System.out, System.err));
    }

    static int run(String[] arguments, InputStream in, PrintStream out, PrintStream err) {
        boolean poems = false;
        int first = 0;
        while (first < arguments.length && arguments[first].startsWith("-") && arguments[first].length() > 1) {
            String option = arguments[first++];
            if (option.equals("--")) {
                break;
            }
            if (option.equals("--help") || option.equals("-h")) {
                out.print(HELP);
                out.flush();
                return 0;
            }
            if (!option.equals("--poems")) {
                err.println("No option " + option + "; --help says which there are, and -- ends them.");
                return 2;
            }
            poems = true;
        }
        List<String> texts = Arrays.asList(arguments).subList(first, arguments.length);
        PrintWriter answers = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        Count count = new Count(poems);
        try {
            if (texts.isEmpty()) {
                count.answerAll(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), answers);
            } else {
                texts.forEach(text -> answers.print(count.answer(text) + "\n"));
            }
        } catch (IOException e) {
            err.println("Standard input cannot be read: " + e.getMessage());
            return 1;
        }
        return answers.checkError() ? 1 : 0;
    }

    /** Answers at once when nothing more waits to be read, so that it can be talked to; stops when nobody listens any more. */
    private void answerAll(BufferedReader in, PrintWriter answers) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            answers.print(answer(line) + "\n");
            if (!in.ready() && answers.checkError()) {
                return;
            }
        }
    }

    private String answer(String text) {
        return poems ? verdict(text) : count(text);
    }

    private static String count(String text) {
        List<WordCount> words = Syllables.english().line(text);
        Sums sums = Sums.of(words);
        boolean known = sums.known() && !words.isEmpty();
        Source source =
                words.stream().map(WordCount::source).max(Source::compareTo).orElse(Source.UNKNOWN);
        double confidence =
                words.stream().mapToDouble(WordCount::confidence).min().orElse(0);
        return String.join(
                "\t",
                field(text),
                known ? Integer.toString(sums.usual()) : "-",
                known ? joined(sums.line(text, 0, words).counts(), ",") : "-",
                source.label(),
                String.format(Locale.ROOT, "%.2f", confidence));
    }

    private String verdict(String text) {
        Verdict verdict = scorer.verdict(text.replace("\\n", "\n").replace(" / ", "\n"));
        List<Integer> sums = new ArrayList<>();
        verdict.lines().forEach(line -> sums.add(line.counts().contains(line.target()) ? line.target() : line.usual()));
        String problem = verdict.problem();
        return String.join(
                "\t",
                Integer.toString(verdict.score()),
                verdict.strict575() ? "strict" : verdict.form575() ? "lenient" : "no",
                joined(sums, " "),
                problem == null ? "-" : problem,
                verdict.chatter() ? "chatter" : "clean",
                field(verdict.text().replace("\n", " / ")));
    }

    private static String joined(List<Integer> numbers, String between) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(between));
    }

    /** A text as one field: what would end a field or a line is a blank. */
    private static String field(String text) {
        return text.replaceAll("[\\t\\r\\n\\u2028\\u0085]", " ");
    }
}
