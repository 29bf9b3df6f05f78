package org.kukai.web.home;

import java.util.List;

import org.kukai.annotation.Pair;
import org.kukai.annotation.Round;
import org.kukai.annotation.RoundProgress;
import org.kukai.annotation.Vote;
import org.kukai.dataset.Release;
import org.kukai.generation.Run;
import org.kukai.haiku.ScoreCounts;
import org.kukai.prompt.Prompt;

/** Asks every room how far it is. */
final class PipelineFigures {
    private PipelineFigures() {}

    static Pipeline now(ScoreCounts scores) {
        List<Round> open = Round.taking();
        long wanted = open.stream()
                .map(RoundProgress::of)
                .mapToLong(progress -> progress.votesWanted() - progress.votes())
                .sum();
        return new Pipeline(
                Prompt.count(),
                Run.countActive(),
                scores.all(),
                scores.correct(),
                open.size(),
                Round.count(),
                Pair.count(),
                Vote.countCast(),
                Math.max(0, wanted),
                Release.countReady());
    }
}
