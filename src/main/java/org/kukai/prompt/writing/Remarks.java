package org.kukai.prompt.writing;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** What is to be said of a prompt run that ended otherwise than one hopes. */
final class Remarks {
    private Remarks() {}

    static Optional<String> of(PromptRun run, RunTally tally) {
        if (tally.kept() == 0 && tally.dropped() == 0) {
            return Optional.of("Nothing was kept of " + tally.written() + " candidates" + commonest(tally) + ".");
        }
        if (tally.failed() > 0) {
            return Optional.of(tally.failed() + " of " + tally.planned()
                    + " calls failed. Resume the run to have them made again.");
        }
        if (run.topics < run.topicsWanted) {
            return Optional.of("The model proposed " + run.topics + " different topics, not " + run.topicsWanted + ".");
        }
        return Optional.empty();
    }

    private static String commonest(RunTally tally) {
        return tally.refused().entrySet().stream()
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .map(most -> "; most often: " + most.getKey().prose())
                .orElse("");
    }
}
