package org.kukai.llm.composer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TopicReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "moss on a stone step | moss",
                "the smell of rain | rain",
                "a siren growing faint | a siren, the siren",
                "the first morning abroad | the first morning",
                "the longer evening light | the longer evening light, the light",
                "a dream just before waking | a dream, the dream",
                "lightning far out at sea | lightning",
                "a photograph out of focus | a photograph, the photograph",
                "an attic full of boxes | an attic, the attic",
                "children chasing an ice cream truck | children",
                "leaves swept into a pile | leaves",
                "a spider web heavy with dew | a spider web, the spider web",
                "a heavy stone | a heavy stone, the heavy stone",
                "a rowboat tied to a dock | a rowboat, the rowboat",
                "a mountain spring | a mountain spring, the mountain spring",
                "the town swimming pool | the town swimming pool",
                "the border crossing | the border crossing",
                "a fox crossing the road | a fox, the fox",
                "a wave drawing back | a wave, the wave",
                "a cat asleep on a letter | a cat, the cat",
                "a poem half remembered | a poem, the poem",
                "the rooster next door | the rooster",
                "the tired fallen leaf | the tired fallen leaf",
            })
    void cutsATopicToItsNoun(String topic, String nouns) {
        assertThat(TopicReader.read(topic).phrases(Topic.Slot.N))
                .extracting(Phrase::text)
                .containsExactly(nouns.split(", ", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pine needles underfoot", "onions hung up to dry", "starlings turning as one", "wild geese"})
    void knowsPlurals(String topic) {
        assertThat(TopicReader.read(topic).phrases(Topic.Slot.S)).allMatch(Phrase::plural);
    }

    @Test
    void putsNoAdjectiveBeforeAFirstOrALongest() {
        assertThat(TopicReader.read("the first frost").phrases(Topic.Slot.H)).isEmpty();
        assertThat(TopicReader.read("the longest night").phrases(Topic.Slot.H)).isEmpty();
        assertThat(TopicReader.read("the harvest moon").phrases(Topic.Slot.H)).hasSize(1);
    }
}
