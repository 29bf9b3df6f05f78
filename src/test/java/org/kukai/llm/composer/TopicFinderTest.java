package org.kukai.llm.composer;

import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TopicFinderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Write a haiku about moss. | moss",
                "Please write a haiku about the first frost. | the first frost",
                "Can you write a haiku about a cow watching a train? | a cow watching a train",
                "Write me a haiku that captures boredom on a long afternoon. | boredom on a long afternoon",
                "Capture keys lost in a bag in a haiku. | keys lost in a bag",
                "How would you put tomorrow into a haiku? | tomorrow",
                "What haiku comes to mind when you think of Mars? | Mars",
                "Give me a short poem in 5-7-5 form about wild geese. | wild geese",
                "Write three lines of five, seven and five syllables about calluses. | calluses",
                "Let the smell of rain be the subject of a haiku. | the smell of rain",
                "Would you make a haiku out of a jar of honey? | a jar of honey",
                "Picture an empty stage, then write a haiku. | an empty stage",
                "Haiku: rain on a tent | rain on a tent",
                "Write a haiku on the theme of loss. | loss",
                "Write a winter haiku | winter",
                "Topic: The sea | the sea",
                "write a haiku titled “Low Tide” please | Low Tide",
                "What would a haiku about the moon sound like? | the moon",
                "low tide | low tide",
                "Compose a haiku about the autumn wind, using the word leaf. | the autumn wind",
            })
    void findsTheTopic(String request, String topic) {
        assertThat(TopicFinder.find(request)).contains(topic);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Write a haiku.", "", "Please write a good haiku!", "俳句", "???", "Write me a short poem."})
    void findsNoneWhereThereIsNone(String request) {
        assertThat(TopicFinder.find(request)).isEqualTo(Optional.empty());
    }
}
