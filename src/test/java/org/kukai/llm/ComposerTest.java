package org.kukai.llm;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.kukai.haiku.Scorer;

import static org.assertj.core.api.Assertions.assertThat;

class ComposerTest {
    private static final String REQUEST = "Write a haiku about moss on a stone.";
    private static final List<String> TOPICS = List.of(
            "moss",
            "a cow watching a train",
            "the end of a night shift",
            "calluses",
            "boredom on a long afternoon",
            "reading glasses on a newspaper",
            "the second law of thermodynamics",
            "tomorrow",
            "an abandoned fishing net",
            "why the leaves fall",
            "keys lost in a bag",
            "the first frost",
            "a child naming constellations",
            "Jupiter and its moons",
            "writing a letter",
            "grandfather's garden",
            "a jar of honey",
            "wild geese",
            "Mars",
            "the discovery of penicillin");

    private final Composer composer = new Composer(new Courtesy());
    private final Scorer scorer = new Scorer();

    private double shareCorrect(double temperature) {
        long correct = IntStream.range(0, 1500)
                .filter(i -> scorer.verdict(compose(TOPICS.get(i % TOPICS.size()), temperature, i))
                        .form575())
                .count();
        return correct / 1500.0;
    }

    private String compose(String topic, double temperature, long seed) {
        return composer.complete(
                        "",
                        "Write a haiku about " + topic + ".",
                        Sampling.of(temperature, 200).withSeed(seed))
                .choices()
                .getFirst()
                .text();
    }

    @Test
    void keepsTheFormAtTemperatureZero() {
        assertThat(shareCorrect(0)).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void slipsAsTheTemperatureRises() {
        double usual = shareCorrect(0.7);
        assertThat(usual).isBetween(0.55, 0.75);
        assertThat(shareCorrect(0.3)).isBetween(usual, 0.98);
        assertThat(shareCorrect(1.5)).isLessThan(usual);
    }

    @Test
    void repeatsItselfForTheSameSeedAndNotForAnother() {
        Sampling seeded = Sampling.of(0.7, 200).withSeed(42L).withN(20);
        List<Choice> first = composer.complete("", REQUEST, seeded).choices();
        assertThat(composer.complete("other system", REQUEST, seeded).choices()).isEqualTo(first);
        assertThat(first).extracting(Choice::text).doesNotHaveDuplicates().hasSize(20);
        for (int i = 0; i < first.size(); i++) {
            assertThat(composer.complete("", REQUEST, seeded.forSample(i)).choices())
                    .containsExactly(first.get(i));
        }
        assertThat(composer.complete("", REQUEST, seeded.withSeed(43L)).choices())
                .doesNotContainAnyElementsOf(first);
    }

    @Test
    void leavesItToChanceWithoutASeed() {
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            texts.add(composer.complete("", REQUEST, Sampling.of(0, 200))
                    .choices()
                    .getFirst()
                    .text());
        }
        assertThat(texts).hasSizeGreaterThan(18);
    }

    @Test
    void endsAtTheLimitOfTokensAndAtStops() {
        Completion cut = composer.complete("", REQUEST, new Sampling(0, 4, 1, 1L, List.of()));
        assertThat(cut.choices().getFirst().finishReason()).isEqualTo(Choice.LENGTH);
        assertThat(cut.choices().getFirst().text().split("\\s+")).hasSize(4);
        assertThat(cut.completionTokens()).isEqualTo(4);
        assertThat(cut.promptTokens()).isEqualTo(8);
        Completion oneLine = composer.complete("", REQUEST, new Sampling(0, 100, 1, 1L, List.of("\n")));
        assertThat(oneLine.choices().getFirst().text()).doesNotContain("\n").isNotBlank();
    }

    @Test
    void answersWhateverIsAsked() {
        for (String request : List.of(
                "",
                " ",
                "?",
                "a",
                "俳句を書いてください",
                "<script>alert(1)</script>",
                "{topic}",
                "Write a haiku.",
                "Write a haiku about the haiku.",
                "moss ".repeat(30_000),
                "x".repeat(100_000),
                "\0\uD800",
                "Write a haiku about 42!",
                "Hello, who are you?",
                "a an the of of of and",
                "about of",
                "why",
                "how it is",
                "Write a haiku about the incomprehensibilities of internationalization.")) {
            for (double temperature : new double[] {0, 1, 2}) {
                for (long seed = 0; seed < 20; seed++) {
                    assertThat(composer.complete(
                                            "",
                                            request,
                                            Sampling.of(temperature, 200).withSeed(seed))
                                    .choices()
                                    .getFirst()
                                    .text())
                            .as("%s at %s by %s", request.length() > 80 ? request.length() : request, temperature, seed)
                            .isNotBlank()
                            .doesNotContain("{")
                            .satisfies(text -> assertThat(text.length()).isLessThan(1200));
                }
            }
        }
    }

    @Test
    void agreesVerbsAndArticles() {
        for (int i = 0; i < 400; i++) {
            assertThat(compose("an owl", 0, i))
                    .doesNotContainIgnoringCase("a owl")
                    .doesNotContainIgnoringCase("owl wait ");
            assertThat(compose("wild geese", 0, i))
                    .doesNotContain("geese waits")
                    .doesNotContain("geese goes");
        }
    }
}
