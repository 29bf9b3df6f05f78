package org.kukai.correction;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.kukai.dictionary.Dictionary;
import org.kukai.dictionary.OwnWord;
import org.kukai.testing.Coinages;
import org.kukai.testing.Person;
import org.kukai.testing.Poems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.kukai.correction.CorrectionCast.haikuWith;

@QuarkusTest
class ForecasterTest {
    @RegisterExtension
    final Coinages coinages = new Coinages();

    @Inject
    Forecaster forecaster;

    @Inject
    Dictionary dictionary;

    @Test
    void tellsWhatTheCountsOfAWordWouldDo() {
        String word = coinages.word();
        haikuWith(word, 7);
        Forecast forecast = forecaster.of(word, List.of(2));
        assertThat(forecast.found()).isEqualTo(7);
        assertThat(forecast.isExact()).isTrue();
        assertThat(forecast.concerned()).isEqualTo(7);
        assertThat(forecast.up()).isEqualTo(7);
        assertThat(forecast.become575()).isEqualTo(7);
        assertThat(forecast.down() + forecast.cease575()).isZero();
        assertThat(forecast.margin()).isZero();
        assertThat(forecast.examples()).hasSize(5).allSatisfy(example -> {
            assertThat(example.before()).isEqualTo(3);
            assertThat(example.after()).isEqualTo(4);
        });
        assertThat(forecaster.of(word, List.of(3)).changed()).isZero();
    }

    @Test
    void tellsWhatTakingAWordBackWouldDo() {
        String word = coinages.word();
        haikuWith(word, 3);
        dictionary.set(OwnWord.of(word, List.of(2)), "Heard so", Person.ADMIN.id());
        assertThat(forecaster.of(word, List.of(2)).concerned()).isZero();
        Forecast back = forecaster.of(word, List.of());
        assertThat(back.down()).isEqualTo(3);
        assertThat(back.cease575()).isEqualTo(3);
    }

    @Test
    void findsTheWordHoweverItStandsInATextAndNoOther() {
        String word = coinages.word() + "y";
        List<String> texts = List.of(
                "The " + word + "\ntwo\nthree",
                "one\n" + word.toUpperCase(java.util.Locale.ROOT) + "!\nthree",
                "one\n" + word + "’s light\nthree",
                "one\n" + word.substring(0, word.length() - 1) + "ies\nthree",
                "one\nsnow-" + word + "\nthree",
                "one\n" + word.charAt(0) + "\u0301" + word.substring(1) + "\nthree",
                "one\n" + "\uff00" + "\nthree",
                "one\nun" + word + "\nthree");
        QuarkusTransaction.requiringNew().run(() -> {
            UUID prompt = Poems.prompt("TRAIN");
            texts.forEach(text -> Poems.haiku(prompt, 1, text, UUID.randomUUID().toString()));
        });
        Forecast forecast = forecaster.of(OwnWord.entry(word), List.of(1));
        assertThat(forecast.found()).isEqualTo(6);
        assertThat(forecast.concerned()).isEqualTo(6);
        assertThat(forecaster.of(OwnWord.entry("O’" + word), List.of(1)).found())
                .isZero();
        assertThat(forecaster.of(OwnWord.entry("snow-" + word), List.of(1)).found())
                .isEqualTo(1);
    }

    @Test
    void drawsAPartOfVeryManyAndSaysSo() {
        String word = coinages.word();
        List<UUID> poems = haikuWith(word, 2 * Forecaster.MOST_JUDGED + 1);
        Forecast forecast = forecaster.of(word, List.of(2));
        assertThat(forecast.found()).isEqualTo(poems.size());
        assertThat(forecast.isExact()).isFalse();
        assertThat(forecast.judged()).isBetween(Forecaster.MOST_JUDGED / 2, Forecaster.MOST_JUDGED);
        assertThat(forecast.inAll(forecast.changed())).isEqualTo(poems.size());
        assertThat(forecast.margin()).isPositive().isLessThan(poems.size() / 10);
        CorrectionCast.delete(poems);
    }

    @Test
    void saysHowFarAnEstimateMayBeOff() {
        Forecast rare = new Forecast(100_000, 5_000, 50, 0, 0, 0, 0, List.of());
        assertThat(rare.margin()).isCloseTo(55, within(10L));
        assertThat(rare.inAll(50)).isEqualTo(1_000);
        assertThat(new Forecast(0, 0, 0, 0, 0, 0, 0, List.of()).inAll(0)).isZero();
    }
}
