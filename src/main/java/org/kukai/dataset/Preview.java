package org.kukai.dataset;

import java.time.Duration;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

/** Tells what a release on given terms would hold if it were built now. */
@ApplicationScoped
public class Preview {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final FrozenView view;

    Preview(FrozenView view) {
        this.view = view;
    }

    /**
     * Numbers of rows.
     *
     * @param considered pairs that were looked at
     * @param dropped pairs by reason
     */
    public record Figures(long train, long test, long considered, Map<String, Long> dropped) {
        public long kept() {
            return train + test;
        }
    }

    public Figures of(Terms terms) {
        Tally tally = view.read(PATIENCE, connection -> new Selection(terms).run(connection, (part, row) -> {}));
        return new Figures(tally.rows(Part.TRAIN), tally.rows(Part.TEST), tally.considered(), tally.dropped());
    }
}
