package org.kukai.prompt.writing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.job.Jobs;
import org.kukai.llm.Model;
import org.kukai.prompt.StarterSet;

/** What can be done with prompt runs, and with what was written in them. */
@ApplicationScoped
public class PromptRuns {
    static final String JOB = "prompt-run";

    private static final int MOST_CALLS = 20_000;

    private final CallTable calls;
    private final Pool pool;
    private final Jobs jobs;
    private final Clock clock;

    PromptRuns(CallTable calls, Pool pool, Jobs jobs, Clock clock) {
        this.calls = calls;
        this.pool = pool;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Orders a prompt run; the work begins by itself.
     *
     * @throws RefusedException when there is no such model, or a topic or a setting cannot be used
     */
    @Transactional
    public PromptRun order(PromptRunOrder order, @Nullable UUID by) {
        Model model = Model.findByName(order.model())
                .orElseThrow(() -> new RefusedException(
                        RefusedException.Kind.INVALID,
                        "There is no model named “" + order.model() + "”. The models page lists those there are."));
        order.settings().check();
        List<Topic> topics = topics(order.topics());
        int wanted = order.topics() instanceof TopicChoice.Proposed proposed ? proposed.count() : topics.size();
        if ((long) wanted * order.settings().answersPerTopic() > MOST_CALLS) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "That would be more than 20,000 calls. Take fewer topics or fewer answers for each.");
        }
        PromptRun run = PromptRun.order(model, order, wanted, by, clock.instant());
        if (!topics.isEmpty()) {
            run.topics = calls.addTopics(run, topics);
        }
        schedule(run);
        return run;
    }

    private static List<Topic> topics(TopicChoice choice) {
        return switch (choice) {
            case TopicChoice.Proposed proposed -> List.of();
            case TopicChoice.Starter starter -> {
                List<String> all = StarterSet.topics();
                int most = starter.limit() == null ? all.size() : Math.min(starter.limit(), all.size());
                yield all.subList(0, most).stream().map(Topic::of).toList();
            }
            case TopicChoice.Given given -> distinct(given.topics());
        };
    }

    private static List<Topic> distinct(List<String> given) {
        List<Topic> topics = new ArrayList<>();
        for (String text : given) {
            try {
                topics.add(Topic.of(text));
            } catch (RefusedException refusal) {
                throw new RefusedException(
                        refusal.kind(), "Topic " + (topics.size() + 1) + " cannot be used. " + refusal.getMessage());
            }
        }
        List<Topic> distinct = topics.stream()
                .collect(java.util.stream.Collectors.toMap(
                        Topic::key, topic -> topic, (first, again) -> first, java.util.LinkedHashMap::new))
                .values()
                .stream()
                .toList();
        if (distinct.isEmpty() || distinct.size() > TopicChoice.MOST) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "A prompt run is about 1 to 5,000 topics, not " + distinct.size() + ".");
        }
        return distinct;
    }

    /** Calls that are open are let finish; no further one is begun. */
    @Transactional
    public PromptRun pause(UUID id) {
        PromptRun run = PromptRun.locked(id);
        run.pause(null);
        return run;
    }

    /** Sets a run in motion that stands; calls that failed are made again. */
    @Transactional
    public PromptRun resume(UUID id) {
        PromptRun run = PromptRun.locked(id);
        boolean over = run.status == PromptRunStatus.COMPLETED;
        run.setInMotion();
        if (calls.planAgain(run.id) == 0 && over) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT, "Nothing of this prompt run is left to do, and no call failed.");
        }
        schedule(run);
        return run;
    }

    /** What was not asked yet never will be; what was written stays. */
    @Transactional
    public PromptRun cancel(UUID id) {
        PromptRun run = PromptRun.locked(id);
        run.cancel(clock.instant());
        calls.cancel(run.id, null);
        return run;
    }

    /** Puts what was kept into the pool; again, it adds what was rescued since, and nothing twice. */
    @Transactional
    public Approval approve(UUID id) {
        PromptRun run = PromptRun.locked(id);
        run.approve(clock.instant());
        return pool.take(run);
    }

    /** Keeps a candidate that was refused or dropped. */
    @Transactional
    public WrittenPrompt rescue(UUID run, UUID candidate) {
        PromptRun.locked(run);
        WrittenPrompt written = WrittenPrompt.of(run, candidate);
        written.rescue();
        return written;
    }

    /** Takes a candidate out that was kept. */
    @Transactional
    public WrittenPrompt drop(UUID run, UUID candidate) {
        PromptRun.locked(run);
        WrittenPrompt written = WrittenPrompt.of(run, candidate);
        written.drop();
        return written;
    }

    private void schedule(PromptRun run) {
        jobs.schedule(JOB, new Turn(run.id, run.turn).toString(), clock.instant());
    }
}
