package org.kukai.web.home;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.kukai.web.home.Pipeline.NextStep;

import static org.assertj.core.api.Assertions.assertThat;

class PipelineTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, 0, 0, ADD_PROMPTS",
        "9, 0, 0, 0, 0, 0, START_RUN",
        "9, 1, 5, 0, 0, 0, WATCH_RUN",
        "9, 0, 5, 0, 0, 0, OPEN_ROUND",
        "9, 0, 5, 1, 7, 0, COLLECT_VOTES",
        "9, 0, 5, 1, 0, 0, PUBLISH",
        "9, 0, 5, 1, 0, 1, GO_ON",
    })
    void namesTheFirstStageThatWaitsForSomebody(
            long prompts, long active, long haiku, long rounds, long wanted, long releases, NextStep expected) {
        assertThat(new Pipeline(prompts, active, haiku, 0, rounds, rounds, rounds, 0, wanted, releases).next())
                .isEqualTo(expected);
    }

    @Test
    void roundsTheShareOfCorrectHaiku() {
        assertThat(new Pipeline(1, 0, 3, 2, 0, 0, 0, 0, 0, 0).correctPercent()).isEqualTo(67);
        assertThat(new Pipeline(1, 0, 0, 0, 0, 0, 0, 0, 0, 0).correctPercent()).isZero();
    }
}
