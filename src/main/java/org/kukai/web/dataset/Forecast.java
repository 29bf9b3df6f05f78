package org.kukai.web.dataset;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.dataset.DropReason;
import org.kukai.dataset.Preview;

/** What a form's terms would give, in words. */
@ApplicationScoped
class Forecast {
    /**
     * Either figures or a problem.
     *
     * @param problem empty when the terms are sound
     */
    public record Told(Preview.@Nullable Figures figures, List<Drop> dropped, String problem) {}

    /** Pairs that give no row, and why. */
    public record Drop(String reason, String meaning, long pairs) {}

    private final Preview preview;

    Forecast(Preview preview) {
        this.preview = preview;
    }

    Told of(Fields fields) {
        try {
            Preview.Figures figures = preview.of(fields.terms());
            return new Told(figures, drops(figures.dropped()), "");
        } catch (RefusedException refusal) {
            return new Told(null, List.of(), refusal.getMessage());
        }
    }

    static List<Drop> drops(Map<String, Long> dropped) {
        return dropped.entrySet().stream()
                .map(entry -> new Drop(
                        entry.getKey(), DropReason.parse(entry.getKey()).meaning(), entry.getValue()))
                .toList();
    }
}
