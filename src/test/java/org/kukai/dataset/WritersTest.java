package org.kukai.dataset;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.kukai.llm.ModelKind;

import static org.assertj.core.api.Assertions.assertThat;

class WritersTest {
    private static final Manifest.Author COMPOSER =
            new Manifest.Author("composer", Optional.of(ModelKind.COMPOSER.prose()), 3, 3);
    private static final Manifest.Author MODEL =
            new Manifest.Author("tiny", Optional.of(ModelKind.OPENAI.prose()), 3, 3);
    private static final Manifest.Author NOBODY = new Manifest.Author(Manifest.UNKNOWN_AUTHOR, Optional.empty(), 3, 3);

    @Test
    void neverCallsTheComposerAModel() {
        Writers writers = new Writers(List.of(COMPOSER));
        assertThat(writers.wrote()).isEqualTo("Kukai's built-in composer, not a language model, wrote the poems");
        assertThat(writers.uses())
                .contains("Not for: studies of language models, as none wrote these poems")
                .doesNotContain("how well");
        assertThat(writers.limits()).contains("grammar and word lists");
    }

    @Test
    void namesModelsAndComposerApart() {
        Writers both = new Writers(List.of(COMPOSER, MODEL));
        assertThat(both.wrote())
                .isEqualTo("Models and Kukai's built-in composer, not a language model, wrote the poems");
        assertThat(both.uses()).contains("leave out the composer's poems");
        Writers models = new Writers(List.of(MODEL));
        assertThat(models.wrote()).isEqualTo("Models wrote the poems");
        assertThat(models.uses() + models.limits()).doesNotContain("composer");
    }

    @Test
    void doesNotGuessWhoWrotePoemsFromOutside() {
        assertThat(new Writers(List.of(NOBODY)).wrote()).isEqualTo("It is not known who wrote the poems");
        assertThat(new Writers(List.of(MODEL, NOBODY)).wrote())
                .isEqualTo("Models wrote the poems, as far as that is known");
    }
}
