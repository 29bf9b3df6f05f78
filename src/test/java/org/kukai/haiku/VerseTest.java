package org.kukai.haiku;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Poems whose lines sound like a refusal, a remark or a count, and which are poems all the same. */
class VerseTest {

    private final Scorer scorer = new Scorer();

    static Stream<String> poems() {
        return Stream.of(
                "I'm sorry, my love / the letter came far too late / for the plum blossoms",
                "I am so sorry / said the rain to the picnic / and kept on falling",
                "Sorry, little moth / the lamp you love is only / a lamp after all",
                "My apologies, / little snail on the wet path\u2014 / I was in a rush",
                "I won't write to you / the letters pile up like snow / on the winter desk",
                "I cannot write verse / while the plum tree drops its snow / on my empty page",
                "I can't create light / but I can open the blinds / and let the day in",
                "I hope you come home / before the cherry blossoms / let go of the branch",
                "Let me know the rain / as the barley knows it now / head bowed and shining",
                "My lines are empty / the fish have gone to the deep / autumn on the lake",
                "A haiku for rain / written on the window pane / with one small finger",
                "The poem is gone / folded into a paper / boat on the spring flood",
                "I count on my hands / the haiku that I owe you / just five syllables",
                "October evening / the train leaves from track - 7 / my breath on the glass");
    }

    @ParameterizedTest
    @MethodSource("poems")
    void takesThreeLinesInTheFormForAPoemWhateverTheySay(String poem) {
        String raw = poem.replace(" / ", "\n");

        Verdict verdict = scorer.verdict(raw);

        assertThat(verdict.problem()).isNull();
        assertThat(verdict.text()).isEqualTo(raw);
        assertThat(verdict.score()).as(verdict.lines().toString()).isEqualTo(4);
        assertThat(verdict.removals()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("poems")
    void findsThemInAStanzaAmongOthers(String poem) {
        String raw = poem.replace(" / ", "\n");

        for (String before : new String[] {"Sure! Here is a haiku:\n\n", "Here is your haiku:\n", "---\n"}) {
            Verdict verdict = scorer.verdict(before + raw + "\n\nI hope you like this haiku!");

            assertThat(verdict.text()).isEqualTo(raw);
            assertThat(verdict.chatter()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I cannot fulfill this request.\nIt would be harmful to others.\nPlease ask something else.",
                "I'm sorry, but I cannot write that.\nPlease ask something else.\nThank you."
            })
    void stillTellsARefusal(String raw) {
        assertThat(scorer.verdict(raw).problem()).isEqualTo("refusal");
    }

    @Test
    void takesAnApologyOnOneLineForAPoemWhenItHasTheForm() {
        Verdict verdict = scorer.verdict("I'm sorry, my love / the letter came far too late / for the plum blossoms");
        assertThat(verdict.score()).isEqualTo(4);
        assertThat(verdict.problem()).isNull();
    }
}
