package org.kukai.haiku;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        Stream<Arguments> lone = Stream.of("(5)", "[five]", "(5 syllables)", "{7}")
                .map(count -> Arguments.of(
                        count + " " + first + "\nthe old cat sleeps by the stove\ndreaming of summer",
                        first + "\nthe old cat sleeps by the stove\ndreaming of summer"));
        Stream<Arguments> honest = Stream.of(" - %d", ": %d", ", %d", " (%d)", " = %d")
                .map(mark -> Arguments.of(
                        first + mark.formatted(4) + "\n" + second + mark.formatted(5) + "\n" + last + mark.formatted(4),
                        poem));
        Stream<Arguments> seasons = Stream.of(" (winter)", " [late autumn]", "\n(spring)")
                .map(season -> Arguments.of(five + four + season, five + four));
        Stream<Arguments> labels = Stream.of(
                        "Verse one",
                        "Revised",
                        "Final version",
                        "Haiku 1",
                        "Poem",
                        "Answer",
                        "Final",
                        "Draft",
                        "Bot",
                        "Mistral",
                        "Me",
                        "Verse",
                        "Text",
                        "A")
                .map(label -> Arguments.of(
                        label + ": " + first + "\nthe old cat sleeps by the stove\ndreaming of summer",
                        first + "\nthe old cat sleeps by the stove\ndreaming of summer"));
        Stream<Arguments> emphasis = Stream.of(Arguments.of(
                "**F**rost on the pane\nthe old cat sleeps by the stove\ndreaming of summer",
                first + "\nthe old cat sleeps by the stove\ndreaming of summer"));
        return Stream.of(sequences, behind, counts, lone, honest, seasons, labels, emphasis)
                .flatMap(all -> all);
    }

    /** Every way of saying 5, 7, 5 at one end of the three lines, which then make the form only with it. */
    @ParameterizedTest
    @MethodSource("families")
    void countsNoNumbersOfSyllablesAtTheLines(String form, String before, String after) {
        String[] numbers = form.split(" ", -1);
        String[] lines = {"frost on the pane", "a child draws a heart", "the sun takes all"};
        StringBuilder raw = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            raw.append(before.replace("#", numbers[i]))
                    .append(lines[i])
                    .append(after.replace("#", numbers[i]))
                    .append('\n');
        }

        Verdict verdict = scorer.verdict(raw.toString());

        assertThat(verdict.text().replace(".", "")).as(raw.toString()).isEqualTo(String.join("\n", lines));
        assertThat(verdict.chatter()).isTrue();
    }

    static Stream<Arguments> families() {
        List<String> signs = List.of(
                "5 7 5", "\u2464 \u2466 \u2464", "\u4e94 \u4e03 \u4e94", "5\ufe0f\u20e3 7\ufe0f\u20e3 5\ufe0f\u20e3");
        List<String> words = List.of("five seven five", "Five Seven Five", "V VII V", "v vii v");
        List<String> marksBefore = List.of(
                "#. ",
                "#: ",
                "#) ",
                "(#) ",
                "[#] ",
                "{#} ",
                "#; ",
                "# - ",
                "# \u2013 ",
                "#\u2014",
                "# | ",
                "# / ",
                "# = ",
                "#! ",
                "#, ",
                "# -> ",
                "# \u2192 ",
                "(#): ",
                "[#] - ",
                "# syllables: ",
                "#-syllable: ",
                "# syl. - ",
                "(# syllables) ",
                "# beats: ",
                "#\n");
        List<String> marksAfter = List.of(
                ", #",
                ", #.",
                " - #",
                ": #",
                "; #",
                " (#)",
                " [#]",
                " {#}",
                " | #",
                " / #",
                " \u2014 #",
                " \u2192 #",
                " = #",
                ". #",
                " (# syllables)",
                " - # syllables",
                ", # syllables",
                " # syllables",
                " [# syl.]",
                " (#).",
                "\n(#)");
        Stream<Arguments> all = Stream.concat(signs.stream(), words.stream())
                .flatMap(form -> Stream.concat(
                        marksBefore.stream().map(mark -> Arguments.of(form, mark, "")),
                        marksAfter.stream().map(mark -> Arguments.of(form, "", mark))));
        Stream<Arguments> bare =
                signs.stream().flatMap(form -> Stream.of(Arguments.of(form, "# ", ""), Arguments.of(form, "", " #")));
        Stream<Arguments> roman = Stream.of(Arguments.of("V VII V", "# ", ""));
        Stream<Arguments> places = Stream.of(
                        "1 2 3",
                        "i ii iii",
                        "I II III",
                        "a b c",
                        "one two three",
                        "\u2460 \u2461 \u2462",
                        "First Second Third")
                .flatMap(form -> Stream.of("#. ", "#: ", "#) ", "(#) ", "# - ", "# / ")
                        .map(mark -> Arguments.of(form, mark, "")));
        return Stream.of(all, bare, roman, places).flatMap(family -> family);
    }

    /** Poems with number words of their own, also in such places. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "I count the sparrows / on the wire: three, four, then five / and the cat comes out",
                "seven geese flew in / five of them flew out again / the pond keeps the rest",
                "1 cold winter moon / 2 dogs bark along the road / 3 lamps in the dark",
                "1 crow on a fence / 2 more crows land beside it / 3 wait in the field",
                "1 frog on a leaf / 2 frogs sit by the water / 3 frogs in the pond",
                "five crows on a wire / seven more on the rooftop / five feathers falling",
                "Five. The clock is slow, / seven by the kitchen sun, / five by my cold tea.",
                "one, two, three, four, five / once I caught a fish alive / six, seven, eight, nine",
                "first, the cold rain comes / second, the old dog lies down / third, he sleeps again",
                "one, the moon rising / two, its twin in the water / three, my empty cup",
                "we were seven, once / around this table, seven / tonight there are five",
                "on the pier at five / the gulls come home by seven / the last boat is in",
                "I, an old woman / you, a boy of only five / one umbrella, two",
                "A cold rain falling / but the heron stays and waits / century of frogs",
                "half past five: first light / half past seven and the fog / is still half past five",
                "October evening / the train leaves from track - 7 / my breath on the glass"
            })
    void leavesNumbersThatAreVerse(String poem) {
        String raw = poem.replace(" / ", "\n");

        Verdict verdict = scorer.verdict(raw);

        assertThat(verdict.text()).isEqualTo(raw);
        assertThat(verdict.score()).as(verdict.lines().toString()).isEqualTo(4);
    }
}
