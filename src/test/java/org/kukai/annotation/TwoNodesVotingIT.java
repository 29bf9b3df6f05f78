package org.kukai.annotation;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kukai.testing.Proxy;

import static org.assertj.core.api.Assertions.assertThat;

/** Two nodes behind a proxy, and kill -9 to one of them while people vote: no acknowledged vote is lost, and raters go on. */
class TwoNodesVotingIT {
    private static final int PAIRS = 150;
    private static final int VOTES = 4;
    private static final int RATERS = 12;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void losesNoAcknowledgedVoteAlthoughANodeIsKilled() throws Exception {
        try (VotingGround ground = VotingGround.start(folder, 2, 30, 12)) {
            String round = ground.open("two doors", PAIRS, VOTES);
            List<URI> nodes = List.of(ground.node(0).address(), ground.node(1).address());
            try (Proxy proxy = Proxy.before(nodes);
                    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Voter> raters = ground.raters("at two doors", RATERS).stream()
                        .map(name -> ground.arrive(proxy.address(), round, name))
                        .toList();
                AtomicInteger votes = new AtomicInteger();
                List<Future<?>> voting = new ArrayList<>();
                for (Voter rater : raters) {
                    voting.add(threads.submit(() -> voteToTheEnd(rater, votes)));
                }
                Instant end = Instant.now().plus(PATIENCE);
                while (votes.get() < PAIRS * VOTES / 2) {
                    assertThat(Instant.now()).as("half of the votes").isBefore(end);
                    LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
                }
                ground.node(0).kill9();
                for (Future<?> one : voting) {
                    one.get();
                }
                Map<String, String> acknowledged = new HashMap<>();
                raters.forEach(rater -> acknowledged.putAll(rater.acknowledged));
                assertThat(ground.stored(round)).isEqualTo(acknowledged);
                assertThat(ground.wrongPairs(round)).isZero();
                assertThat(ground.shownAgain(round)).isZero();
                assertThat(acknowledged).hasSize(PAIRS * VOTES);
                assertThat(raters.stream().mapToInt(Voter::lost).sum())
                        .as("connections that went with the node")
                        .isPositive();
                assertThat(ground.admin().get("/api/rounds/" + round).<String>path("status"))
                        .isEqualTo("settled");
                raters.forEach(Voter::close);
            }
        }
    }

    /** Until there is no pair left; a pair that somebody else held may come back, so the end is looked at more than once. */
    private static void voteToTheEnd(Voter rater, AtomicInteger votes) {
        while (rater.hasPair()) {
            rater.voteWithPatience(PATIENCE);
            votes.incrementAndGet();
        }
    }
}
