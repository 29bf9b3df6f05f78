package org.kukai.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class StarterSetTest {
    @Inject
    StarterSet starterSet;

    @Test
    void holdsDistinctTopicsOfOneToSixWords() {
        List<String> topics =
                texts().stream().map(row -> String.valueOf(row.topic())).toList();
        assertThat(topics).hasSize(644).allSatisfy(topic -> {
            assertThat(topic).isEqualTo(topic.strip()).matches("[\\p{L}'’\\- ]+");
            assertThat(topic.split(" ")).hasSizeBetween(1, 6);
        });
        assertThat(topics.stream().map(Wording::normalise).distinct()).hasSize(644);
    }

    @Test
    void asksEachTopicInWordsOfItsOwn() {
        assertThat(texts().stream().map(row -> Wording.of(row.text()).key()).distinct())
                .hasSize(644);
    }

    @Test
    void usesEveryPhrasingAboutEquallyOften() {
        Map<String, Long> phrasings = texts().stream()
                .collect(Collectors.groupingBy(
                        row -> row.text().replace(String.valueOf(row.topic()), "…"), Collectors.counting()));
        assertThat(phrasings).hasSizeGreaterThanOrEqualTo(12);
        assertThat(phrasings.values()).allSatisfy(count -> assertThat(count).isBetween(20L, 65L));
    }

    @Test
    void holdsOutAboutATenth() {
        long heldOut = texts().stream()
                .filter(row -> Split.drawnFor(String.valueOf(row.topic())) == Split.HELD_OUT)
                .count();
        assertThat(heldOut / 644.0).isBetween(0.08, 0.12);
    }

    @Test
    void addsNothingTheSecondTime() {
        Intake first = starterSet.add();
        assertThat(first.added() + first.duplicates()).isEqualTo(644);
        assertThat(first.rejections()).isEmpty();
        assertThat(starterSet.add()).isEqualTo(new Intake(0, 644, 0, List.of()));
    }

    private static List<Row.Text> texts() {
        List<Row.Text> texts = new ArrayList<>();
        StarterSet.rows().forEachRemaining(row -> texts.add((Row.Text) row));
        return texts;
    }
}
