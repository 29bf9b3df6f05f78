package org.kukai.web.generation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.kukai.generation.Estimate;
import org.kukai.generation.RunOrder;
import org.kukai.web.Times;

/**
 * What an order would come to, and what its first call would say, in the words of a page.
 *
 * @param system the system message of the first call; empty when no prompt matches
 * @param user the user message of the first call
 */
public record Foreseen(Estimate estimate, int samplesPerPrompt, String system, String user) {
    static Foreseen of(RunOrder order, Estimate estimate, Optional<String> example) {
        return new Foreseen(
                estimate,
                order.settings().samplesPerPrompt(),
                example.map(order.settings()::system).orElse(""),
                example.map(order.settings()::user).orElse(""));
    }

    public boolean isEmpty() {
        return estimate.prompts() == 0;
    }

    /** How the samples come about: “3 prompts × 2 × 2 models = 12 samples”. */
    public String sum() {
        int models = estimate.models().size();
        return estimate.prompts() + (estimate.prompts() == 1 ? " prompt × " : " prompts × ") + samplesPerPrompt
                + (models == 1 ? "" : " × " + models + " models") + " = " + estimate.samples() + " samples";
    }

    public List<Estimate.OfModel> models() {
        return estimate.models();
    }

    public String cost() {
        return estimate.cost().map(Money::shown).orElse("");
    }

    public String time() {
        return estimate.seconds().isEmpty()
                ? ""
                : Times.inWords(Duration.ofSeconds(estimate.seconds().getAsLong()));
    }

    /** What a model would cost; a dash when it has no prices. */
    public String money(Estimate.OfModel model) {
        return model.cost() == null ? "–" : Money.shown(model.cost()) + " " + model.currency();
    }

    /** A model's time; a dash when nothing is known of its speed. */
    public String time(@Nullable Long seconds) {
        return seconds == null ? "–" : Times.inWords(Duration.ofSeconds(seconds));
    }
}
