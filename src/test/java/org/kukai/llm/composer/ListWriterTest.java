package org.kukai.llm.composer;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ListWriterTest {
    private static final String FOR_REQUESTS =
            "Write 12 different requests for haiku.\nEvery request is about this topic: moss on a stone step\n\nAnswer briefly.";
    private static final String FOR_TOPICS = "Propose 15 different topics for haiku.";

    @Test
    void writesAsManyDifferentRequestsAboutTheTopicAsAreAskedFor() {
        List<String> lines = lines(FOR_REQUESTS, 1);
        assertThat(lines)
                .hasSize(12)
                .doesNotHaveDuplicates()
                .allMatch(line -> line.contains("oss on a stone step") && !line.contains("{"))
                .allMatch(line -> line.matches("\\d+\\. \\p{Lu}.*[.?]"));
    }

    @Test
    void namesAsManyDifferentTopicsAsAreAskedFor() {
        assertThat(lines(FOR_TOPICS, 2)).hasSize(15).doesNotHaveDuplicates().noneMatch(line -> line.contains("{"));
        assertThat(lines("Propose 5 different topics for haiku, all around this theme: the sea", 3))
                .hasSize(5)
                .allMatch(line -> line.contains("the sea"));
    }

    @Test
    void repeatsItselfUnderTheSameSeedAlone() {
        assertThat(lines(FOR_REQUESTS, 4)).isEqualTo(lines(FOR_REQUESTS, 4));
        assertThat(lines(FOR_REQUESTS, 4)).isNotEqualTo(lines(FOR_REQUESTS, 5));
    }

    @Test
    void leavesPoemsToThePoet() {
        assertThat(ListWriter.answer("Write a haiku about the topic: requests.", 1))
                .isEmpty();
        assertThat(ListWriter.answer("Write 3 lines about moss.", 1)).isEmpty();
    }

    private static List<String> lines(String request, long seed) {
        return ListWriter.answer(request, seed).orElseThrow().lines().toList();
    }
}
