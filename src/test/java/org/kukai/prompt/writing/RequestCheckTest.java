package org.kukai.prompt.writing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.kukai.prompt.StarterSet;

import static org.assertj.core.api.Assertions.assertThat;

class RequestCheckTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Write a haiku about moss.",
                "write a haiku about moss",
                "Please compose a haiku on the smell of rain.",
                "Could you describe the first frost in a haiku?",
                "I'd love a haiku about my grandmother's garden.",
                "I need a short poem in 5-7-5 about Mt. Fuji. Make it quiet.",
                "What haiku would a crow write?",
                "In three lines of five, seven and five syllables, show me a tin roof.",
                "Using the traditional haiku form, depict a lone heron at dusk.",
                "Haiku time: paint the harbor lights for me.",
                "A request for you, poet: craft a haiku on 桜 (cherry blossom).",
            })
    void takesRequests(String text) {
        assertThat(RequestCheck.fault(new Item(text, false))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|EMPTY",
                "17.|EMPTY",
                "Here are ten requests|NOT_A_REQUEST",
                "moss on a stone step|NOT_A_REQUEST",
                "An old silent pond, a frog jumps into the pond|NOT_A_REQUEST",
                "Write a limerick about moss.|NOT_A_REQUEST",
                "This haiku captures the moss.|NOT_A_REQUEST",
                "I'm sorry, but I can't write requests for haiku.|NOT_A_REQUEST",
                "Write a haiku about this topic.|NOT_SELF_CONTAINED",
                "Write a haiku about the same topic as above.|NOT_SELF_CONTAINED",
                "Write a haiku about [topic].|NOT_SELF_CONTAINED",
                "Write a haiku about it.|NOT_SELF_CONTAINED",
                "苔についての俳句を書いてください。|WRONG_SCRIPT",
                "Напиши хайку про мох.|WRONG_SCRIPT",
                "Write a haiku. It is about moss. Keep it short. Use no verbs.|TOO_LONG",
            })
    void saysWhatIsWrong(String text, RefusalReason reason) {
        assertThat(RequestCheck.fault(new Item(text, false))).contains(reason);
    }

    @Test
    void refusesTheLongAndTheCut() {
        assertThat(RequestCheck.fault(new Item("Write a haiku about " + "moss and ".repeat(40) + "stone.", false)))
                .contains(RefusalReason.TOO_LONG);
        assertThat(RequestCheck.fault(new Item("Write a haiku about mo", true))).contains(RefusalReason.CUT_OFF);
    }

    @Test
    void takesEveryPromptOfTheStarterSet() {
        assertThat(StarterSet.examples("", 600))
                .hasSizeGreaterThan(80)
                .allSatisfy(prompt ->
                        assertThat(RequestCheck.fault(new Item(prompt, false))).isEmpty());
    }
}
