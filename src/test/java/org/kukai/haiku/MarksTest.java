package org.kukai.haiku;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Marks, counts and labels are never verse, even where the sums fit only with them. */
class MarksTest {

    private final Scorer scorer = new Scorer();

    /** What fits the form only when marks, counts or labels are counted with it. */
    @ParameterizedTest
    @MethodSource("debris")
    void countsNoDebrisThoughItWouldMakeTheForm(String raw, String poem) {
        Verdict verdict = scorer.verdict(raw);

        assertThat(verdict.text()).isEqualTo(poem);
        assertThat(verdict.form575()).isFalse();
        assertThat(verdict.removals()).isNotEmpty();
    }

    static Stream<Arguments> debris() {
        String first = "Frost on the pane";
        String second = "a child draws a heart";
        String last = "the sun takes all";
        String poem = first + "\n" + second + "\n" + last;
        String five = "Cold rain on the roof\nthe old cat sleeps by the stove\n";
        String four = "and the sky falls";
        Stream<Arguments> sequences = Stream.of("5:7:5", "five:seven:five")
                .map(form -> form.split(":"))
                .flatMap(form -> Stream.of("%s: ", "%s - ", "%s / ", "%s) ")
                        .map(mark -> Arguments.of(
                                mark.formatted(form[0]) + first + "\n" + mark.formatted(form[1]) + second + "\n"
                                        + mark.formatted(form[2]) + last,
                                poem)));
        Stream<Arguments> behind = Stream.of(
                        " %s", " - %s", " \u2013 %s", ": %s", ", %s", " /%s", " \u2192 %s", " *%s*")
                .map(mark -> Arguments.of(
                        first + mark.formatted(5) + "\n" + second + mark.formatted(7) + "\n" + last + mark.formatted(5),
                        poem));
        Stream<Arguments> counts = Stream.of(
                        " (5)",
                        " [5]",
                        " {5}",
                        " - 5",
                        " \u2013 5",
                        " \u2014 5",
                        " \u2464",
                        "\u2075",
                        "|5",
                        " (five)",
                        " \u2705 5")
                .map(count -> Arguments.of(five + four + count, five + four));
        Stream<Arguments> labels = Stream.of(
                        "Poem", "Answer", "Final", "Draft", "Bot", "Mistral", "Me", "Verse", "Text", "A")
                .map(label -> Arguments.of(
                        label + ": " + first + "\nthe old cat sleeps by the stove\ndreaming of summer",
                        first + "\nthe old cat sleeps by the stove\ndreaming of summer"));
        Stream<Arguments> emphasis = Stream.of(Arguments.of(
                "**F**rost on the pane\nthe old cat sleeps by the stove\ndreaming of summer",
                first + "\nthe old cat sleeps by the stove\ndreaming of summer"));
        return Stream.of(sequences, behind, counts, labels, emphasis).flatMap(all -> all);
    }
}
