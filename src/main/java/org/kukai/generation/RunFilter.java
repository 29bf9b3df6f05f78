package org.kukai.generation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Which runs are wanted: those that stand so, those that asked this model, or all.
 *
 * @param model the whole name of one of the run's models at the time; empty for any
 */
public record RunFilter(Optional<RunStatus> status, String model) {
    public static final RunFilter ALL = new RunFilter(Optional.empty(), "");

    /**
     * Reads the parameters of a request; null and empty are any.
     *
     * @throws org.kukai.RefusedException when there is no such status
     */
    public static RunFilter of(@Nullable String status, @Nullable String model) {
        Optional<RunStatus> wanted =
                status == null || status.isEmpty() ? Optional.empty() : Optional.of(RunStatus.spelled(status));
        return new RunFilter(wanted, model == null ? "" : model.strip());
    }

    public boolean isAll() {
        return equals(ALL);
    }

    /** As the API spells it; empty for any. */
    public String statusSpelled() {
        return status.map(RunStatus::spelled).orElse("");
    }

    // Names of models hold no comma, so a whole name stands between two, or at an end.
    String where() {
        return (status.isPresent() ? "where status = :status" : "where true")
                + (model.isEmpty() ? "" : " and locate(:model, concat(', ', modelName, ', ')) > 0");
    }

    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        status.ifPresent(wanted -> values.put("status", wanted));
        if (!model.isEmpty()) {
            values.put("model", ", " + model + ", ");
        }
        return values;
    }
}
