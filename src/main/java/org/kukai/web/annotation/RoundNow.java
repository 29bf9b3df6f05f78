package org.kukai.web.annotation;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

import org.kukai.annotation.PairBatch;
import org.kukai.annotation.Part;
import org.kukai.annotation.Round;
import org.kukai.annotation.RoundPace;
import org.kukai.annotation.RoundProgress;
import org.kukai.web.Times;

/**
 * How a round is at one moment: what is cheap to know.
 *
 * @param takenOut pairs that are asked no more, because an admin has dropped them or withdrawn one of their poems
 */
public record RoundNow(
        Round round, RoundProgress progress, RoundPace pace, List<PairBatch> batches, List<Part> parts, long takenOut) {
    public RoundNow {
        batches = List.copyOf(batches);
        parts = List.copyOf(parts);
    }

    /** Whether it is worth looking again soon. */
    public boolean isLive() {
        return round.isOpen() || round.growing;
    }

    /** Parts whose pairs cannot get their votes from the raters that are there. */
    public List<Part> shortParts() {
        return parts.size() == 1
                ? List.of()
                : parts.stream().filter(part -> !part.shortage(round).isEmpty()).toList();
    }

    /** How long the votes that lack take at the present pace; a dash when nobody votes or none lacks. */
    public String timeLeft() {
        long lacking = progress.votesWanted() - progress.votes();
        OptionalLong seconds = lacking <= 0 ? OptionalLong.empty() : pace.secondsFor(lacking);
        return seconds.isEmpty() ? "–" : Times.inWords(Duration.ofSeconds(seconds.getAsLong()));
    }

    /** The batch that is being made slice by slice, told by how much of it is there. */
    public boolean isFilling() {
        return batches.stream().anyMatch(PairBatch::isFilling);
    }
}
