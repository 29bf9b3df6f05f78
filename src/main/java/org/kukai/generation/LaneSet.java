package org.kukai.generation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.llm.ModelFailedException;

/**
 * The lanes of one node's work on a run, one for each model that can be asked. What is wrong with one model stops its lane alone. Used by
 * the session's thread alone.
 */
final class LaneSet implements AutoCloseable {
    private static final int MOST_FAILURES = 8;

    /** Makes a lane for a model, in the place of an earlier one. */
    interface Opener {
        /**
         * Opens it.
         *
         * @throws RefusedException when the model was removed
         * @throws ModelFailedException when its key or address cannot be used
         */
        Lane open(LaneTable.State model, @Nullable Lane before);
    }

    /** Parks the model at a place, for a reason. */
    interface Parker {
        void park(int place, String reason);
    }

    private final Opener opener;
    private final Parker parker;
    private final Executor threads;
    private final Map<Integer, Lane> lanes = new LinkedHashMap<>();
    /** Lanes of models that were replaced by others of the same name, until their calls have ended. */
    private final List<Lane> former = new ArrayList<>();

    LaneSet(Opener opener, Parker parker, Executor threads) {
        this.opener = opener;
        this.parker = parker;
        this.threads = threads;
    }

    /** Has those models asked that can be, and no others. */
    void arrange(List<LaneTable.State> models) {
        models.forEach(this::arrange);
    }

    private void arrange(LaneTable.State model) {
        Lane lane = lanes.get(model.place());
        boolean asked = model.asked();
        if (asked) {
            String obstacle = model.obstacle().orElseGet(() -> trouble(lane));
            if (obstacle == null && (lane == null || !lane.asks(model.modelId()))) {
                obstacle = open(model, lane);
            }
            if (obstacle != null) {
                parker.park(model.place(), obstacle);
                asked = false;
            }
        }
        Lane present = lanes.get(model.place());
        if (present != null) {
            present.rest(!asked);
            if (model.dropped()) {
                present.forgetClaims();
            }
        }
    }

    private static @Nullable String trouble(@Nullable Lane lane) {
        if (lane == null) {
            return null;
        }
        return lane.failures() >= MOST_FAILURES
                ? "The work failed again and again. The log has more."
                : lane.trouble().orElse(null);
    }

    /** Returns why there is no lane; null when there is. */
    private @Nullable String open(LaneTable.State model, @Nullable Lane before) {
        try {
            Lane fresh = opener.open(model, before);
            if (before != null) {
                before.end();
                former.add(before);
            }
            lanes.put(model.place(), fresh);
            threads.execute(fresh);
            return null;
        } catch (RefusedException | ModelFailedException e) {
            return e.getMessage();
        }
    }

    private Stream<Lane> all() {
        return Stream.concat(lanes.values().stream(), former.stream());
    }

    /** Whether no call is open, and every outcome stored. */
    boolean isQuiet() {
        return all().allMatch(Lane::isQuiet);
    }

    /** Whether nothing is left to do here, as far as models are asked. */
    boolean isIdle() {
        return all().allMatch(Lane::isIdle);
    }

    /** What was claimed is somebody else's now. */
    void forgetClaims() {
        lanes.values().forEach(Lane::forgetClaims);
    }

    void forgetFailures() {
        lanes.values().forEach(Lane::forgetFailures);
    }

    void lookUp() {
        all().forEach(Lane::lookUp);
    }

    @Override
    public void close() {
        all().forEach(Lane::close);
    }
}
