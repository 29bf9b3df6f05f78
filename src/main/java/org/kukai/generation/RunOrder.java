package org.kukai.generation;

import java.util.List;

/** What somebody wants to be generated: by which models, for which prompts, and how. */
public record RunOrder(List<String> models, PromptSelection prompts, RunSettings settings) {
    public RunOrder {
        models = List.copyOf(models);
    }

    public RunOrder(String model, PromptSelection prompts, RunSettings settings) {
        this(List.of(model), prompts, settings);
    }
}
