package org.kukai.dataset;

import java.util.List;
import java.util.Optional;

import org.kukai.llm.ModelKind;

/** What a card says of those who wrote the poems; a card must not call the built-in composer a language model. */
record Writers(List<Manifest.Author> authors) {
    /** The beginning of a sentence: who wrote the poems. */
    String wrote() {
        if (!hasModels() && !hasComposer()) {
            return "It is not known who wrote the poems";
        }
        String composer = "Kukai's " + ModelKind.COMPOSER.prose() + ",";
        String known = hasModels() ? "Models" + (hasComposer() ? " and " + composer : "") : composer;
        return known + " wrote the poems" + (hasUnknown() ? ", as far as that is known" : "");
    }

    /** What the poems are good for, and what not. */
    String uses() {
        if (hasModels() || !hasComposer()) {
            return """
                    Direct preference optimisation (DPO) and its kin, reward models, and studies of how well its authors keep a form.
                    Not for: counting syllables in general, judging poetry in other languages or forms, or any use that needs poems written
                    by people; the poems are synthetic.
                    """ + (hasComposer() ? """
                    For studies of language models leave out the composer's poems (`chosen_model`, `rejected_model`).
                    """ : "");
        }
        return """
                Trying out direct preference optimisation (DPO) and its kin, reward models, and other readers of preferences, from end to end.
                Not for: studies of language models, as none wrote these poems; training a model that is to write well, as it would learn
                the composer's word lists; counting syllables in general, judging poetry in other languages or forms, or any use that
                needs poems written by people; the poems are synthetic.
                """;
    }

    /** What is wrong with the poems themselves, as far as it is known; may be empty. */
    String limits() {
        return hasComposer() ? """
                The composer's poems come of a grammar and word lists: they repeat words and turns of phrase, and it makes its mistakes by chance.
                """ : "";
    }

    private boolean hasComposer() {
        return authors.stream().anyMatch(author -> isComposer(author.kind()));
    }

    private boolean hasModels() {
        return authors.stream().anyMatch(author -> author.kind().isPresent() && !isComposer(author.kind()));
    }

    private boolean hasUnknown() {
        return authors.stream().anyMatch(author -> author.kind().isEmpty());
    }

    private static boolean isComposer(Optional<String> kind) {
        return kind.equals(Optional.of(ModelKind.COMPOSER.prose()));
    }
}
