package org.kukai.generation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
import org.kukai.llm.gate.Pass;

/** Makes one call, and says what came of each sample that it was made for. Used by many threads at once. */
final class Caller {
    /** Where outcomes go. */
    interface Desk {
        void store(Outcome outcome, Runnable afterwards);

        /** The sample was asked for, and not answered, through no fault of its own: it goes on as if it had not been asked. */
        void giveBack(Claim claim);
    }

    private static final Logger LOG = Logger.getLogger(Caller.class);

    /** Keeps the seeds of further tries apart from those of the samples. */
    private static final int SAMPLES_AT_MOST = 1000;
    /** How many samples one call asks for where nothing is said: as many as most servers batch well. */
    static final int AT_ONCE = 16;

    private static final int LETTERS_IN_A_TOKEN = 4;
    private static final int USUAL_ANSWER = 40;

    private final RunSettings settings;
    private final Sampling sampling;
    private final TextModel model;
    private final Scorer scorer;
    private final Patience patience;

    Caller(RunSettings settings, TextModel model, Scorer scorer, Patience patience) {
        this.settings = settings;
        this.sampling = settings.sampling();
        this.model = model;
        this.scorer = scorer;
        this.patience = patience;
    }

    /** How many samples of a prompt one call may ask for, when this is the first of them. */
    int atOnce(Claim claim) {
        return claim.tries() > 0 ? 1 : model.atOnce(sampling, mostAtOnce());
    }

    private int mostAtOnce() {
        Integer most = settings.samplesPerCall();
        return most == null ? AT_ONCE : most;
    }

    /** What the next call may take, roughly, for the first of those that wait and as many as go with it: a limit of tokens a minute is kept by the sums. */
    int expectedTokens(Iterable<Claim> waiting) {
        Claim first = null;
        int together = 0;
        for (Claim next : waiting) {
            if (first != null && (!next.goesWith(first) || together >= mostAtOnce())) {
                break;
            }
            first = first == null ? next : first;
            together++;
        }
        if (first == null) {
            return 0;
        }
        int samples = first.tries() > 0 ? 1 : Math.max(1, model.likelyAtOnce(sampling, together));
        int letters = settings.system(first.prompt()).length()
                + settings.user(first.prompt()).length();
        return letters / LETTERS_IN_A_TOKEN + samples * Math.min(settings.maxTokens(), USUAL_ANSWER);
    }

    /** Asks for these samples of one prompt; every one of them gets to the desk once. */
    void call(List<Claim> claims, Pass pass, FirstCalls firstCalls, Desk desk) {
        Claim first = claims.getFirst();
        long start = System.nanoTime();
        if (first.tries() > 0) {
            pass.retried();
        }
        try {
            Completion completion =
                    model.complete(settings.system(first.prompt()), settings.user(first.prompt()), sampling(claims));
            pass.answered(completion);
            firstCalls.answered();
            take(claims, completion, desk);
        } catch (ModelFailedException e) {
            Duration latency = since(start);
            pass.failed(e.failure(), latency);
            failed(claims, e.failure(), latency, () -> firstCalls.failed(e.failure()), desk);
        } catch (RuntimeException e) {
            brokenOff(claims, e, since(start), desk);
        } catch (Error e) {
            // Memory may be short: without this the sample would stay claimed, and its run stand still.
            brokenOff(claims, e, since(start), desk);
            throw e;
        }
    }

    private Sampling sampling(List<Claim> claims) {
        Claim first = claims.getFirst();
        return claims.size() > 1
                ? sampling.withN(claims.size())
                : sampling.forSample(first.sample() + SAMPLES_AT_MOST * first.tries());
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void brokenOff(List<Claim> claims, Throwable cause, Duration after, Desk desk) {
        LOG.errorf(cause, "A call was broken off: %s", claims);
        failed(claims, new Failure.Nonsense("Kukai itself failed: " + cause), after, () -> {}, desk);
    }

    private void take(List<Claim> claims, Completion completion, Desk desk) {
        int answers = Math.min(claims.size(), completion.choices().size());
        List<Outcome> outcomes = new ArrayList<>();
        for (int place = 0; place < answers; place++) {
            outcomes.add(outcome(claims.get(place), completion, place));
        }
        deliver(outcomes, () -> {}, desk);
        claims.subList(answers, claims.size()).reversed().forEach(desk::giveBack);
    }

    private Outcome outcome(Claim claim, Completion completion, int place) {
        Choice choice = completion.choices().get(place);
        Answer answer = Answer.of(completion, place);
        if (choice.text().length() > Answer.LONGEST) {
            return unusable(claim, answer, tooLong(choice));
        }
        boolean cut = Choice.LENGTH.equals(choice.finishReason());
        Scorer judge = scorer.now();
        Verdict verdict = judge.verdict(String.valueOf(answer.raw()), cut);
        return choice.problem()
                .or(() -> problem(verdict))
                .map(problem -> unusable(claim, answer, problem))
                .orElseGet(() -> Outcome.kept(claim, answer, Ids.next(), verdict, judge.version()));
    }

    private Outcome unusable(Claim claim, Answer answer, String problem) {
        return patience.afterUnusableAnswer(claim.faults())
                .map(pause -> Outcome.again(claim, answer, problem, pause))
                .orElseGet(() -> Outcome.failed(claim, answer, problem));
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

    private void failed(List<Claim> claims, Failure failure, Duration after, Runnable afterwards, Desk desk) {
        if (failure instanceof Failure.OnlyOne && claims.size() > 1) {
            claims.reversed().forEach(desk::giveBack);
            return;
        }
        boolean busy = failure instanceof Failure.RateLimited;
        Answer none = Answer.none(after, busy);
        deliver(
                claims.stream()
                        .map(claim -> outcome(claim, failure, none, busy))
                        .toList(),
                afterwards,
                desk);
    }

    private Outcome outcome(Claim claim, Failure failure, Answer answer, boolean busy) {
        return patience.after(failure, busy, busy ? claim.slowdowns() + 1 : claim.faults())
                .map(pause -> Outcome.again(claim, answer, failure.reason(), pause))
                .orElseGet(() -> Outcome.failed(claim, answer, failure.reason()));
    }

    // One call, however many samples it was made for.
    private static void deliver(List<Outcome> outcomes, Runnable afterwards, Desk desk) {
        outcomes.stream().skip(1).map(Outcome::withoutCall).forEach(outcome -> desk.store(outcome, () -> {}));
        desk.store(outcomes.getFirst(), afterwards);
    }
}
