package org.kukai.prompt.writing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;

import org.kukai.generation.RunCast;
import org.kukai.testing.OpenAiServer;

/** Prompt runs of a test's own. */
public final class PromptRunCast {
    private PromptRunCast() {}

    /** A short word that no other test has, so that requests about it are like one another as far as their other words go. */
    public static String word() {
        StringBuilder word = new StringBuilder();
        ThreadLocalRandom.current().ints(7, 'a', 'z' + 1).forEach(c -> word.append((char) c));
        return word.toString();
    }

    static UUID order(OpenAiServer server, TopicChoice topics, WritingSettings settings) {
        return runs().order(new PromptRunOrder(RunCast.model(server), topics, settings), null).id;
    }

    static PromptRuns runs() {
        return Arc.requireContainer().select(PromptRuns.class).get();
    }

    /** Waits until the run does not move any more, and returns it. */
    public static PromptRun ended(UUID id) {
        RunCast.until("prompt run " + id + " ends", () -> !run(id).status.isActive());
        return run(id);
    }

    static PromptRun run(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> PromptRun.byId(id));
    }

    static RunTally tally(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> RunTally.of(id));
    }

    static List<WrittenPrompt> written(UUID id, @Nullable WrittenState state) {
        return QuarkusTransaction.requiringNew()
                .call(() -> WrittenPrompt.inOrder(id, Optional.ofNullable(state), Optional.empty(), 0, 1000));
    }
}
