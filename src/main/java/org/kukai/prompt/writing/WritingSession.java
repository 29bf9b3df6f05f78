package org.kukai.prompt.writing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

import org.kukai.job.JobPostponedException;
import org.kukai.llm.Choice;
import org.kukai.llm.Completion;
import org.kukai.llm.Failure;
import org.kukai.llm.ModelFailedException;
import org.kukai.llm.TextModel;
import org.kukai.llm.gate.Gate;
import org.kukai.llm.gate.Pass;

/** One node's work on one turn of a prompt run: the calls that are due, each on a virtual thread, as the model's gate lets them. */
final class WritingSession {
    private static final Logger LOG = Logger.getLogger(WritingSession.class);

    /** Calls of one that fail. */
    private static final int CALLS = 6;
    /** Calls of one whose answers hold no list. */
    private static final int ANSWERS = 3;

    private static final int ROUNDS_A_BATCH = 4;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_OBEYED = Duration.ofHours(1);
    private static final Duration LONGEST_WAIT_HERE = Duration.ofSeconds(5);

    private final Turn turn;
    private final WritingSettings settings;
    private final TextModel model;
    private final CallTable calls;
    private final Desk desk;
    private final Judge judge;
    private final Duration firstPause;
    private final Gate gate;
    private final Semaphore stop = new Semaphore(0);
    private volatile boolean halted;
    private volatile boolean stopped;

    WritingSession(
            Turn turn,
            WritingSettings settings,
            TextModel model,
            Gate gate,
            CallTable calls,
            Desk desk,
            Judge judge,
            Duration firstPause) {
        this.turn = turn;
        this.settings = settings;
        this.model = model;
        this.gate = gate;
        this.calls = calls;
        this.desk = desk;
        this.judge = judge;
        this.firstPause = firstPause;
    }

    void stop() {
        stopped = true;
        stop.release();
        gate.shut();
    }

    void work() throws InterruptedException {
        while (!stopped && !halted) {
            List<Due> due = calls.due(turn, settings.maxInFlight() * ROUNDS_A_BATCH);
            if (due.isEmpty()) {
                Optional<Duration> wait = desk.untilNext(turn);
                if (wait.isEmpty()) {
                    return;
                }
                if (wait.get().compareTo(LONGEST_WAIT_HERE) > 0) {
                    throw new JobPostponedException(wait.get());
                }
                if (stop.tryAcquire(wait.get().toMillis() + 1, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
            make(due);
        }
        if (stopped) {
            throw new JobPostponedException(Duration.ZERO);
        }
    }

    private void make(List<Due> due) {
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("prompt-call-", 0).factory())) {
            due.forEach(next -> threads.execute(() -> enter(next)));
        }
    }

    private void enter(Due due) {
        try {
            Optional<Pass> entered = gate.enter(settings.maxTokens());
            if (entered.isPresent()) {
                try (Pass pass = entered.get()) {
                    if (!halted && !stopped) {
                        call(due, pass);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void call(Due due, Pass pass) {
        long start = System.nanoTime();
        try {
            if (due.tries() > 0) {
                pass.retried();
            }
            Completion completion = model.complete("", due.request(), settings.sampling());
            pass.answered(completion);
            take(due, completion);
        } catch (ModelFailedException e) {
            pass.failed(e.failure(), Duration.ofNanos(System.nanoTime() - start));
            failed(due, e.failure());
        } catch (RuntimeException e) {
            LOG.errorf(e, "A call for prompts was broken off: %s", due.call());
            failed(due, new Failure.Nonsense("Kukai itself failed: " + e.getMessage()));
        }
    }

    private void take(Due due, Completion completion) {
        List<Item> items = new ArrayList<>();
        for (Choice choice : completion.choices()) {
            if (!choice.finishReason().equals(Choice.REFUSAL)
                    && !choice.finishReason().equals(Choice.CONTENT_FILTER)) {
                items.addAll(Items.of(choice.text(), choice.finishReason().equals(Choice.LENGTH)));
            }
        }
        Said said = Said.of(completion);
        if (items.size() == 1 && RequestCheck.refuses(items.getFirst().text())) {
            unusable(due, said, "The model refused to answer.");
        } else if (items.isEmpty()) {
            unusable(due, said, problem(completion));
        } else {
            goOn(
                    due.topics()
                            ? desk.keepTopics(turn, due, said, items)
                            : desk.keep(turn, due, said, judge.judge(items, settings.likeness())));
        }
    }

    private static String problem(Completion completion) {
        return completion.choices().stream()
                .flatMap(choice -> choice.problem().stream())
                .findFirst()
                .orElse("The answer holds no list.");
    }

    private void unusable(Due due, Said said, String problem) {
        goOn(
                due.tries() + 1 < ANSWERS
                        ? desk.putOff(turn, due, said, problem, Duration.ZERO)
                        : desk.fail(turn, due, said, problem));
    }

    private void failed(Due due, Failure failure) {
        String reason = failure.reason();
        boolean over = failure.permanent() || due.tries() + 1 >= CALLS;
        goOn(
                over
                        ? desk.fail(turn, due, Said.NOTHING, reason)
                        : desk.putOff(turn, due, Said.NOTHING, reason, pause(due.tries(), failure)));
    }

    /** Doubles from the first to a minute, up to half of it left to chance; a server that says when to come back is obeyed. */
    private Duration pause(int tries, Failure failure) {
        Duration whole = firstPause.multipliedBy(1L << Math.min(tries, 20));
        Duration bounded = whole.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : whole;
        Duration mixed = Duration.ofNanos(
                (long) (bounded.toNanos() * ThreadLocalRandom.current().nextDouble(0.5, 1)));
        Duration asked = failure.retryAfter().orElse(Duration.ZERO);
        Duration obeyed = asked.compareTo(LONGEST_OBEYED) > 0 ? LONGEST_OBEYED : asked;
        return mixed.compareTo(obeyed) > 0 ? mixed : obeyed;
    }

    private void goOn(boolean wanted) {
        if (!wanted) {
            halted = true;
            gate.shut();
        }
    }
}
