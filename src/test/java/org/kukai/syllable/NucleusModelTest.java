package org.kukai.syllable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The model by itself, trained on a handful of made-up words. */
class NucleusModelTest {

    private static final NucleusModel MODEL = NucleusModel.train(lessons());

    @Test
    void learnsToCountFromWholeWords() {
        double[] likely = MODEL.distribution("tamapama");
        assertThat(likely[4]).isGreaterThan(0.5);
    }

    @Test
    void isTheSameAfterItWasPacked() throws IOException {
        byte[] packed = bytes(MODEL);
        NucleusModel read = NucleusModel.read(new DataInputStream(new ByteArrayInputStream(packed)));
        assertThat(read.distribution("patama")).isEqualTo(MODEL.distribution("patama"));
    }

    @Test
    void givesTheSameBytesEachTimeItIsTrained() throws IOException {
        assertThat(bytes(NucleusModel.train(lessons()))).isEqualTo(bytes(MODEL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "e",
                "zzz",
                "mgbkk",
                "ptaeiouaeiou",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "papapapapapapapapapapapapapapapapapapapa",
                "qxqxqxqxqxqxqxqxqxqxqxqxqxqxqxqxqxqxqxqx"
            })
    void saysHowLikelyEachCountIsForAnyLetters(String word) {
        double[] likely = MODEL.distribution(word);
        assertThat(likely).hasSize(Counts.MOST + 1);
        assertThat(likely[0]).isZero();
        assertThat(Arrays.stream(likely).sum()).isCloseTo(1, within(1e-9));
        assertThat(Arrays.stream(likely).min().orElseThrow()).isNotNegative();
    }

    private static byte[] bytes(NucleusModel model) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        model.write(new DataOutputStream(packed));
        return packed.toByteArray();
    }

    /** Words of <i>pa, ta, ma</i> in every order, and the same with a silent e. */
    private static SortedMap<String, Lesson> lessons() {
        SortedMap<String, Lesson> lessons = new TreeMap<>();
        List<String> syllables = List.of("pa", "ta", "ma");
        for (String first : syllables) {
            for (String second : syllables) {
                List<String> sounds = List.of(sound(first), "AA", sound(second), "AA");
                lessons.put(first + second, new Lesson(sounds, Counts.of(2)));
                lessons.put(
                        first + second + "te",
                        new Lesson(List.of(sound(first), "AA", sound(second), "AA", "T"), Counts.of(2)));
                for (String third : syllables) {
                    List<String> three = List.of(sound(first), "AA", sound(second), "AA", sound(third), "AA");
                    lessons.put(first + second + third, new Lesson(three, Counts.of(3)));
                }
            }
        }
        return lessons;
    }

    private static String sound(String syllable) {
        return syllable.substring(0, 1).toUpperCase(java.util.Locale.ROOT);
    }
}
