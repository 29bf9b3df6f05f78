package org.kukai.correction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

import org.kukai.correction.Rescoring.Change;
import org.kukai.dictionary.CurrentWords;
import org.kukai.dictionary.Dictionary;
import org.kukai.haiku.Haiku;
import org.kukai.haiku.KeptScore;
import org.kukai.haiku.Scorer;
import org.kukai.haiku.Verdict;
import org.kukai.job.JobHandler;
import org.kukai.job.JobPostponedException;

/**
 * Goes through all haiku in the order of their ids, a batch a transaction. The row of the rescoring is locked meanwhile, so that
 * two nodes that both think it theirs take turns and do nothing twice.
 */
@ApplicationScoped
class RescoringJob implements JobHandler {
    static final String KIND = "rescoring";

    static final int BATCH = 500;

    private final Scorer scorer;
    private final Dictionary dictionary;
    private final CurrentWords words;
    private final Clock clock;
    private volatile boolean stopped;

    RescoringJob(Scorer scorer, Dictionary dictionary, CurrentWords words, Clock clock) {
        this.scorer = scorer;
        this.dictionary = dictionary;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(String instance) {
        UUID id = UUID.fromString(instance);
        while (QuarkusTransaction.requiringNew().call(() -> goOn(id))) {
            if (stopped) {
                throw new JobPostponedException(Duration.ZERO);
            }
        }
    }

    @Override
    public void stopping() {
        stopped = true;
    }

    @Override
    public void gaveUp(String instance, Throwable reason) {
        QuarkusTransaction.requiringNew()
                .run(() -> Rescoring.lockRunning(UUID.fromString(instance))
                        .ifPresent(rescoring -> rescoring.fail(
                                "It failed again and again, the last time with: " + reason.getMessage()
                                        + ". Start another.",
                                clock.instant())));
    }

    /** One batch; whether there may be more. */
    private boolean goOn(UUID id) {
        return Rescoring.lockRunning(id)
                .map(rescoring -> {
                    Scorer judge = scorer.now();
                    if (!judge.version().equals(rescoring.scorer)) {
                        rescoring.beginAgain(judge.version(), Haiku.count());
                    }
                    List<KeptScore> batch = KeptScore.after(rescoring.reached, rescoring.scorer, BATCH);
                    if (batch.isEmpty()) {
                        waitForOtherNodes();
                        rescoring.complete(clock.instant());
                        return false;
                    }
                    rescoring.passed(batch.getLast().id(), batch.size(), score(batch, judge));
                    return true;
                })
                .orElse(false);
    }

    /** A node that has not seen the last change of a word may keep another haiku by the old counts; it would be missed. */
    private void waitForOtherNodes() {
        Instant known = dictionary.changedAt().plus(words.untilEveryNodeKnows());
        Duration left = Duration.between(clock.instant(), known);
        if (left.isPositive()) {
            throw new JobPostponedException(left);
        }
    }

    private static Change score(List<KeptScore> batch, Scorer judge) {
        List<KeptScore> fresh = new ArrayList<>(batch.size());
        int up = 0;
        int down = 0;
        int kept = 0;
        for (KeptScore before : batch) {
            String text = before.text();
            if (text == null) {
                continue;
            }
            Verdict verdict = judge.verdict(text);
            if (!verdict.text().equals(text)) {
                kept++;
                continue;
            }
            KeptScore after = before.by(verdict);
            int difference = rank(after) - rank(before);
            up += difference > 0 ? 1 : 0;
            down += difference < 0 ? 1 : 0;
            fresh.add(after);
        }
        KeptScore.store(fresh, judge.version());
        return new Change(up, down, kept);
    }

    /** Better is more: by score, and between equals by being strict. */
    private static int rank(KeptScore score) {
        return 2 * score.score() + (score.strict575() ? 1 : 0);
    }
}
