package org.kukai.prompt.writing;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import org.kukai.RefusedException;

/** What a worker puts down: each outcome of a call in one transaction, that of one run after the other. */
@ApplicationScoped
class Desk {
    /** So many calls may fail before the first is answered; then somebody has to mend something. */
    private static final int FAILURES_BEFORE_THE_FIRST_ANSWER = 3;
    /** A topic of more is a sentence. */
    private static final int TOPIC_WORDS = 12;

    private final Session entities;
    private final CallTable calls;
    private final Clock clock;

    Desk(Session entities, CallTable calls, Clock clock) {
        this.entities = entities;
        this.calls = calls;
        this.clock = clock;
    }

    /** Begins or takes up a turn's work. */
    @Transactional
    Optional<PromptRun> begin(Turn turn) {
        PromptRun run = PromptRun.locked(turn.run());
        if (!run.isTurn(turn.number())) {
            return Optional.empty();
        }
        if (run.status == PromptRunStatus.QUEUED) {
            if (run.topicSource == TopicSource.PROPOSED) {
                calls.planForTopics(run.id, run.topicsWanted);
            } else {
                calls.planForRequests(run.id);
            }
        }
        run.begin(clock.instant());
        return Optional.of(run);
    }

    /** Keeps the topics that an answer holds; tells whether the turn goes on. */
    @Transactional
    boolean keepTopics(Turn turn, Due due, Said said, List<Item> items) {
        PromptRun run = PromptRun.locked(turn.run());
        if (calls.complete(due.call(), said)) {
            keepTopics(run, items);
        }
        return run.isTurn(turn.number());
    }

    /** Keeps the requests that an answer holds; tells whether the turn goes on. */
    @Transactional
    boolean keep(Turn turn, Due due, Said said, List<Judge.Judged> requests) {
        PromptRun run = PromptRun.locked(turn.run());
        if (calls.complete(due.call(), said)) {
            keepRequests(run, due, requests);
        }
        return run.isTurn(turn.number());
    }

    private void keepTopics(PromptRun run, List<Item> items) {
        List<Topic> topics = new ArrayList<>();
        for (Item item : items) {
            String text = item.text().replaceAll("[.;,]+$", "");
            if (!item.cut() && RequestCheck.isLatin(text) && text.split(" ", -1).length <= TOPIC_WORDS) {
                try {
                    topics.add(Topic.of(text));
                } catch (RefusedException notATopic) {
                    // one of many that a model made up; the others count
                }
            }
        }
        run.topics = calls.addTopics(run, topics);
        if (run.topics == run.topicsWanted) {
            calls.cancel(run.id, "TOPICS");
        }
    }

    // What is like a prompt that came into the pool meanwhile is found when the run is approved.
    private void keepRequests(PromptRun run, Due due, List<Judge.Judged> requests) {
        Likeness.demand(entities, run.settings.likeness());
        for (Judge.Judged request : requests) {
            Optional<RefusalReason> fault = request.fault();
            String text = request.text();
            Optional<Likeness> like = fault.isPresent()
                    ? Optional.empty()
                    : Likeness.nearer(request.like(), Likeness.inTheRun(entities, run.id, text));
            WrittenPrompt.keep(run.id, due.call(), due.topic(), text, fault.orElse(null), like, clock.instant());
            entities.flush();
        }
    }

    @Transactional
    boolean putOff(Turn turn, Due due, Said said, String reason, Duration pause) {
        PromptRun run = PromptRun.locked(turn.run());
        calls.putOff(due.call(), reason, said, pause);
        return run.isTurn(turn.number());
    }

    /** Gives the call up, and the run a rest when nothing was answered so far. */
    @Transactional
    boolean fail(Turn turn, Due due, Said said, String reason) {
        PromptRun run = PromptRun.locked(turn.run());
        calls.fail(due.call(), reason, said);
        RunTally tally = RunTally.of(run.id);
        if (run.isTurn(turn.number())
                && tally.answered() == 0
                && tally.failed() >= FAILURES_BEFORE_THE_FIRST_ANSWER
                && calls.any(run.id, "PLANNED", null)) {
            run.pause("The first " + tally.failed() + " calls all failed. " + reason
                    + " Mend that and resume the run; they are made again then.");
        }
        return run.isTurn(turn.number());
    }

    /** Ends the run when nothing is left; otherwise tells how long to wait before the next call. */
    @Transactional
    Optional<Duration> untilNext(Turn turn) {
        PromptRun run = PromptRun.locked(turn.run());
        if (!run.isTurn(turn.number())) {
            return Optional.empty();
        }
        Optional<Duration> wait = calls.untilNextDue(run.id);
        if (wait.isPresent()) {
            return wait;
        }
        if (run.topicSource == TopicSource.PROPOSED && calls.planForRequests(run.id) > 0) {
            return Optional.of(Duration.ZERO);
        }
        end(run);
        return Optional.empty();
    }

    private void end(PromptRun run) {
        RunTally tally = RunTally.of(run.id);
        if (tally.answered() == 0) {
            run.fail("No call was answered. " + lastReason(run), clock.instant());
        } else if (run.topics == 0) {
            run.fail(
                    "The model proposed no topic that can be used. Name some yourself, or ask another model.",
                    clock.instant());
        } else {
            run.complete(Remarks.of(run, tally).orElse(null), clock.instant());
        }
    }

    private String lastReason(PromptRun run) {
        return entities
                .createNativeQuery(
                        "select reason from prompt_call where run_id = :run and state = 'FAILED' order by finished_at desc",
                        String.class)
                .setParameter("run", run.id)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .orElse("");
    }

    /** Ends the turn because it cannot go on; a person can resume the run. */
    @Transactional
    void failRun(Turn turn, String reason) {
        PromptRun run = PromptRun.locked(turn.run());
        if (run.isTurn(turn.number())) {
            run.fail(reason, clock.instant());
        }
    }
}
