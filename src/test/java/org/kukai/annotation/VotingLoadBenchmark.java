package org.kukai.annotation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kukai.testing.Cluster;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What voting bears: a crowd that votes once a second each, and a few raters as fast as they can, through the pages with their
 * sessions, against the packaged program and a durable PostgreSQL, all on the machine that plays the raters too. Not part of the
 * tests; {@code docs/benchmarks.md} holds the command and the figures.
 */
class VotingLoadBenchmark {
    private static final int CROWD = 200;
    private static final int CROWD_SECONDS = 60;
    private static final int RUNNERS = 32;
    private static final int RUN_SECONDS = 60 / 2;
    /** A server that raters use is warm: what takes most of the first minute is that Java compiles the program as it goes. */
    private static final int WARM_SECONDS = 90;

    private static final int PAIRS = 6000;
    /** Of the transactions of pgbench. */
    private static final double LEAST_SHARE = 0.33;

    @TempDir
    Path folder;

    @Test
    void bearsACrowdAndComesNearTheMachinesOwnLimit() throws Exception {
        try (VotingGround ground = VotingGround.start(folder, 1, 200, 64)) {
            warm(ground);
            if (!Boolean.getBoolean("noCrowd")) {
                crowd(ground);
            }
            flatOut(ground);
        }
    }

    private static void warm(VotingGround ground) throws Exception {
        String round = ground.open("warm", PAIRS, RUNNERS);
        List<Voter> raters = arrive(ground, round, ground.raters("early", RUNNERS));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WARM_SECONDS);
        all(raters, (voter, place) -> asFastAsTheyCan(voter, end));
        raters.forEach(Voter::close);
    }

    private static void crowd(VotingGround ground) throws Exception {
        String round = ground.open("crowd", PAIRS, 3);
        List<Voter> raters = arrive(ground, round, ground.raters("one of many", CROWD));
        long start = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        List<long[]> taken = all(raters, (voter, place) -> onceASecond(voter, start, place));
        long[] nanos =
                taken.stream().flatMapToLong(java.util.Arrays::stream).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%d raters, a vote a second each, %d s: %d votes; vote to next pair: median %.1f ms, p95 %.1f ms, p99 %.1f ms, longest"
                        + " %.1f ms%n",
                CROWD,
                CROWD_SECONDS,
                nanos.length,
                at(nanos, 0.5),
                at(nanos, 0.95),
                at(nanos, 0.99),
                at(nanos, 1));
        nothingLostOrDoubled(ground, round, raters);
    }

    /** Each second has its vote, and its time counts from when the vote was due, so that a wait is not hidden by the next one's. */
    private static long[] onceASecond(Voter voter, long start, int place) throws IOException {
        long[] taken = new long[CROWD_SECONDS];
        for (int i = 0; i < CROWD_SECONDS; i++) {
            long due = start + TimeUnit.SECONDS.toNanos(i) + TimeUnit.SECONDS.toNanos(1) * place / CROWD;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            voter.vote();
            taken[i] = System.nanoTime() - due;
        }
        return taken;
    }

    private void flatOut(VotingGround ground) throws Exception {
        String round = ground.open("flat out", PAIRS, 24);
        List<Voter> raters = arrive(ground, round, ground.raters("one in haste", RUNNERS));
        double before = machinesLimit(ground);
        Duration used = ground.cluster().processorTime();
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(RUN_SECONDS);
        List<Integer> votes = all(raters, (voter, place) -> asFastAsTheyCan(voter, end));
        double seconds = (System.nanoTime() - start) / 1e9;
        used = ground.cluster().processorTime().minus(used);
        double after = machinesLimit(ground);
        int all = votes.stream().mapToInt(v -> v).sum();
        double rate = all / seconds;
        double limit = (before + after) / 2;
        System.out.printf(
                Locale.ROOT,
                "%d raters as fast as they can: %.0f votes a second; pgbench before %.0f, after %.0f transactions a second; ratio %.2f;"
                        + " %.2f ms of processor time a vote%n",
                RUNNERS,
                rate,
                before,
                after,
                rate / limit,
                used.toMillis() / (double) all);
        assertThat(rate / limit).as("votes for each transaction").isGreaterThanOrEqualTo(LEAST_SHARE);
        nothingLostOrDoubled(ground, round, raters);
    }

    private static int asFastAsTheyCan(Voter voter, long end) throws IOException {
        int votes = 0;
        while (System.nanoTime() < end && voter.hasPair()) {
            voter.vote();
            votes++;
        }
        return votes;
    }

    /** A durable insert, a select and an update in each transaction, with as many clients, on the same server. */
    private double machinesLimit(VotingGround ground) throws Exception {
        try (Connection database = ground.connect();
                Statement statement = database.createStatement()) {
            statement.execute("drop schema if exists bench cascade; create schema bench");
            statement.execute("create table bench.pair (id integer primary key, votes integer not null)");
            statement.execute(
                    "create table bench.vote (id bigserial primary key, pair integer not null, at timestamptz not null)");
            statement.execute("insert into bench.pair select i, 0 from generate_series(1, 6000) i");
        }
        Path script = folder.resolve("vote.sql");
        Files.writeString(script, """
                \\set pair random(1, 6000)
                begin;
                insert into bench.vote (pair, at) values (:pair, now());
                select votes from bench.pair where id = :pair;
                update bench.pair set votes = votes + 1 where id = :pair;
                commit;
                """);
        Cluster cluster = ground.cluster();
        ProcessBuilder pgbench = new ProcessBuilder(
                        "pgbench",
                        "-n",
                        "-M",
                        "prepared",
                        "-c",
                        Integer.toString(RUNNERS),
                        "-j",
                        "2",
                        "-T",
                        Integer.toString(Math.max(5, RUN_SECONDS / 2)),
                        "-f",
                        script.toString(),
                        "-h",
                        cluster.databaseAddress().getHost(),
                        "-p",
                        Integer.toString(cluster.databaseAddress().getPort()),
                        "-U",
                        "kukai",
                        "postgres")
                .redirectErrorStream(true);
        pgbench.environment().put("PGPASSWORD", cluster.databasePassword());
        Process process = pgbench.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        Matcher tps = Pattern.compile("tps = ([0-9.]+)").matcher(said);
        assertThat(tps.find()).as(said).isTrue();
        return Double.parseDouble(tps.group(1));
    }

    private static void nothingLostOrDoubled(VotingGround ground, String round, List<Voter> raters) throws Exception {
        Map<String, String> acknowledged = new HashMap<>();
        for (Voter voter : raters) {
            voter.acknowledged.forEach((assignment, choice) -> assertThat(acknowledged.put(assignment, choice))
                    .as("an assignment of two raters")
                    .isNull());
            voter.close();
        }
        assertThat(ground.stored(round)).isEqualTo(acknowledged);
        assertThat(ground.wrongPairs(round)).as("pairs with wrong counts").isZero();
        assertThat(ground.shownAgain(round))
                .as("poems that somebody saw together twice")
                .isZero();
    }

    private static List<Voter> arrive(VotingGround ground, String round, List<String> names) {
        return names.stream()
                .map(name -> ground.arrive(ground.node(0).address(), round, name))
                .toList();
    }

    private interface Act<T> {
        T by(Voter voter, int place) throws Exception;
    }

    private static <T> List<T> all(List<Voter> raters, Act<T> act) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(raters.size())) {
            List<Callable<T>> acts = new ArrayList<>();
            for (int i = 0; i < raters.size(); i++) {
                int place = i;
                acts.add(() -> act.by(raters.get(place), place));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(acts)) {
                results.add(result.get());
            }
            return results;
        }
    }

    private static double at(long[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
    }
}
