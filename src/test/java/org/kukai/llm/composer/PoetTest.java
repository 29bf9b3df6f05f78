package org.kukai.llm.composer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PoetTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"starlings turning as one", "a cat asleep on a letter", "moss", "weeds between paving stones"})
    void writesWhatAgrees(String topic) {
        for (int seed = 0; seed < 3000; seed++) {
            assertThat(Poet.compose("Write a haiku about " + topic + ".", 0, seed)
                            .replace("\n", " / "))
                    .doesNotContainPattern("(?i)there (?:was|is) (?:starlings|weeds)")
                    .doesNotContainPattern("(?i)dry leaves \\w+s\\b")
                    .doesNotContainPattern("(?i)\\bhers?\\b|\\bhis\\b|herself|himself")
                    .doesNotContainPattern(
                            "(?i)\\ba (?:\\w+ )?(?:moss|tall grass|bamboo|ivy|mint|clover|holly|dry leaves)\\b")
                    .doesNotContainPattern("(?i)\\bcat together");
        }
    }
}
