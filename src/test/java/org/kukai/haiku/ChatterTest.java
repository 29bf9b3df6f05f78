package org.kukai.haiku;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Hundreds of short answers, each with one kind of chatter or with what only sounds like it. None may be missed. */
class ChatterTest {
    private static final Path ANSWERS = Path.of("src/test/resources/haiku/answers.txt");

    private final Scorer scorer = new Scorer();

    static Stream<HandCheckedAnswer> answers() throws IOException {
        return HandCheckedAnswer.read(Files.readAllLines(ANSWERS)).stream();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void isTakenAwayAndNothingElse(HandCheckedAnswer answer) {
        Verdict verdict = scorer.verdict(answer.raw());

        assertThat(answer.extractionRight(verdict)).as(answer.miss(verdict)).isTrue();
        assertThat(verdict.chatter()).isEqualTo(!verdict.removals().isEmpty());
        assertThat(scorer.verdict(verdict.text()).text()).isEqualTo(verdict.text());
    }
}
