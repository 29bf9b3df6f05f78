package org.kukai.prompt.writing;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.kukai.RefusedException;
import org.kukai.generation.RunCast;
import org.kukai.testing.Answer;
import org.kukai.testing.OpenAiServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kukai.prompt.writing.PromptRunCast.ended;
import static org.kukai.prompt.writing.PromptRunCast.run;
import static org.kukai.prompt.writing.PromptRunCast.runs;
import static org.kukai.prompt.writing.PromptRunCast.tally;
import static org.kukai.prompt.writing.PromptRunCast.word;

/** Prompt runs when things go wrong. */
@QuarkusTest
class PromptRunFaultsTest {
    private final OpenAiServer server = OpenAiServer.start();

    @AfterEach
    void closeTheServer() {
        server.close();
    }

    @Test
    void pausesWhenTheFirstCallsAreAllRefusedAndGoesOnWhenResumed() {
        server.behave(request -> Answer.status(401, "bad key"));
        UUID id = order(20);
        PromptRun run = ended(id);
        assertThat(run.status).isEqualTo(PromptRunStatus.PAUSED);
        assertThat(run.statusReason).startsWith("The first 3 calls all failed.").contains("bad key");
        assertThat(server.requests()).isLessThan(10);

        server.behave(request -> good());
        runs().resume(id);
        assertThat(ended(id).status).isEqualTo(PromptRunStatus.COMPLETED);
        assertThat(tally(id).answered()).isEqualTo(20);
        assertThatThrownBy(() -> runs().resume(id))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("left to do");
    }

    @Test
    void failsWithTheReasonWhenNoAnswerIsAList() {
        server.behave(request -> Answer.ok("I'm sorry, but I can't help with haiku."));
        UUID id = order(2);
        PromptRun run = ended(id);
        assertThat(run.status).isEqualTo(PromptRunStatus.FAILED);
        assertThat(run.statusReason).contains("No call was answered.", "The model refused to answer.");
        assertThat(server.requests()).as("three answers for each of two").isEqualTo(6);
    }

    @Test
    void triesAgainWhatMayPassAndGivesUpWhatDoesNot() {
        server.behave(request -> switch (request.number() % 4) {
            case 0 -> Answer.status(500, "down");
            case 1 -> Answer.cutBody();
            case 2 -> Answer.emptyContent();
            default -> good();
        });
        UUID id = order(8);
        ended(id);
        RunTally tally = tally(id);
        assertThat(tally.answered() + tally.failed()).isEqualTo(8);
        assertThat(tally.kept()).isEqualTo(tally.answered());
        assertThat(tally.answered()).isPositive();
    }

    @Test
    void saysWhenNothingWasKept() {
        server.behave(request -> Answer.ok("an old silent pond\na frog jumps into the pond\nsplash silence again"));
        UUID id = order(1);
        PromptRun run = ended(id);
        assertThat(run.status).isEqualTo(PromptRunStatus.COMPLETED);
        assertThat(run.statusReason)
                .isEqualTo("Nothing was kept of 3 candidates; most often: asks nobody for a haiku.");
    }

    @Test
    void keepsWhatWasWrittenWhenCancelled() {
        server.next(good());
        server.behave(request -> Answer.hang());
        UUID id = order(5);
        RunCast.until("one call is answered", () -> tally(id).answered() == 1);
        runs().cancel(id);
        server.release();
        assertThat(run(id).status).isEqualTo(PromptRunStatus.CANCELLED);
        assertThat(tally(id).kept()).isEqualTo(1);
        assertThat(runs().approve(id).added()).isEqualTo(1);
        assertThatThrownBy(() -> runs().resume(id)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> runs().cancel(id)).isInstanceOf(RefusedException.class);
    }

    @Test
    void waitsWhilePausedAndIsNotApprovedWhileItWorks() {
        server.behave(request -> Answer.hang());
        UUID id = order(5);
        RunCast.until("calls are open", () -> server.requests() > 0);
        assertThatThrownBy(() -> runs().approve(id))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("still running");
        runs().pause(id);
        server.behave(request -> good());
        server.release();
        runs().resume(id);
        ended(id);
        assertThat(tally(id).answered()).isEqualTo(5);
    }

    @Test
    void survivesTextsThatPostgresCannotHold() {
        server.behave(
                request -> Answer.ok("1. Write a haiku about a " + word() + "\0 \ud800.\n2. " + "x".repeat(50_000)));
        UUID id = order(1);
        assertThat(ended(id).status).isEqualTo(PromptRunStatus.COMPLETED);
        assertThat(tally(id).written()).isEqualTo(2);
    }

    private static Answer good() {
        return Answer.ok("1. Write a haiku about a " + word() + " and a " + word() + ".");
    }

    private UUID order(int topics) {
        List<String> words = IntStream.range(0, topics).mapToObj(i -> word()).toList();
        return PromptRunCast.order(server, new TopicChoice.Given(words), WritingSettings.usual(1));
    }
}
