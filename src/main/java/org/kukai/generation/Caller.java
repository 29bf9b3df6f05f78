package org.kukai.generation;

import java.time.Duration;
import java.util.Optional;

import org.jboss.logging.Logger;

import org.kukai.haiku.Scorer;
import org.kukai.haiku.Verdict;
import org.kukai.llm.Choice;
import org.kukai.llm.Completion;
import org.kukai.llm.Failure;
import org.kukai.llm.ModelFailedException;
import org.kukai.llm.Sampling;
import org.kukai.llm.TextModel;

/** Makes one call, outside any transaction, and stores what came of it in one. Used by many threads at once. */
final class Caller {
    private static final Logger LOG = Logger.getLogger(Caller.class);

    private static final int STORE_TRIES = 6;
    private static final Duration STORE_PAUSE = Duration.ofMillis(250);
    /** Keeps the seeds of further tries apart from those of the samples. */
    private static final int SAMPLES_AT_MOST = 1000;

    private final RunSettings settings;
    private final Sampling sampling;
    private final TextModel model;
    private final Scorer scorer;
    private final Attempts attempts;
    private final Patience patience;
    private final Pace pace;
    private final FirstCalls firstCalls;

    Caller(
            RunSettings settings,
            TextModel model,
            Scorer scorer,
            Attempts attempts,
            Patience patience,
            Pace pace,
            FirstCalls firstCalls) {
        this.settings = settings;
        this.sampling = settings.sampling();
        this.model = model;
        this.scorer = scorer;
        this.attempts = attempts;
        this.patience = patience;
        this.pace = pace;
        this.firstCalls = firstCalls;
    }

    void call(Claim claim) {
        try {
            Sampling own = sampling.forSample(claim.sample() + SAMPLES_AT_MOST * claim.tries());
            Completion completion = model.complete(settings.system(claim.prompt()), settings.user(claim.prompt()), own);
            firstCalls.answered();
            take(claim, completion);
        } catch (ModelFailedException e) {
            failed(claim, e.failure());
        } catch (RuntimeException e) {
            brokenOff(claim, e);
        } catch (Error e) {
            // Memory may be short: without this the attempt would stay claimed, and its run stand still.
            brokenOff(claim, e);
            throw e;
        }
    }

    private void brokenOff(Claim claim, Throwable cause) {
        LOG.errorf(cause, "An attempt was broken off: %s", claim);
        failed(claim, new Failure.Nonsense("Kukai itself failed: " + cause));
    }

    private void take(Claim claim, Completion completion) {
        Choice choice = completion.choices().getFirst();
        Answer answer = Answer.of(completion, choice);
        if (choice.text().length() > Answer.LONGEST) {
            unusable(claim, answer, tooLong(choice));
            return;
        }
        Scorer judge = scorer.now();
        Verdict verdict = judge.verdict(String.valueOf(answer.raw()));
        Optional<String> problem = choice.problem().or(() -> problem(verdict));
        if (problem.isEmpty()) {
            store(() -> attempts.keep(claim, answer, verdict, judge.version()));
            return;
        }
        unusable(claim, answer, problem.get());
    }

    private void unusable(Claim claim, Answer answer, String problem) {
        endOrTryAgain(claim, answer, problem, patience.afterUnusableAnswer(claim.faults()));
    }

    private static String tooLong(Choice choice) {
        return "The answer has " + choice.text().length() + " characters; a haiku with all talk around it has at most "
                + Answer.LONGEST + ". Only its beginning is kept.";
    }

    /** What the scorer sees better than the server: a refusal in plain text, or nothing left when the chatter is gone. */
    private static Optional<String> problem(Verdict verdict) {
        return switch (verdict.problem()) {
            case "refusal" -> Optional.of("The model refused to answer.");
            case "empty" -> Optional.of("The answer is empty.");
            case null, default -> Optional.empty();
        };
    }

    private void failed(Claim claim, Failure failure) {
        boolean busy = failure instanceof Failure.RateLimited;
        Optional<Duration> pause = patience.after(failure, busy ? claim.slowdowns() + 1 : claim.faults());
        if (!failure.permanent()) {
            failure.retryAfter().ifPresent(asked -> pace.rest(Patience.obeyed(asked)));
        }
        endOrTryAgain(claim, busy ? Answer.SLOWDOWN : Answer.NONE, failure.reason(), pause);
        firstCalls.failed(failure);
    }

    private void endOrTryAgain(Claim claim, Answer answer, String reason, Optional<Duration> pause) {
        if (pause.isPresent()) {
            store(() -> attempts.tryAgain(claim, answer, reason, pause.get()));
        } else {
            store(() -> attempts.fail(claim, answer, reason));
        }
    }

    /** A database that is away for a moment must not cost an answer that was paid for. */
    private static void store(Runnable transaction) {
        for (int tried = 1; ; tried++) {
            try {
                transaction.run();
                return;
            } catch (RuntimeException e) {
                if (tried == STORE_TRIES) {
                    throw e;
                }
                LOG.warnf("Storing an answer failed, trying again: %s", e);
                waitBeforeStoringAgain(tried);
            }
        }
    }

    private static void waitBeforeStoringAgain(int tried) {
        try {
            Thread.sleep(STORE_PAUSE.multipliedBy(1L << tried));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
