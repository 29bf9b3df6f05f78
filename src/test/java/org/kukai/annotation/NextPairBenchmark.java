package org.kukai.annotation;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a vote and the next pair cost in rounds of a thousand, a hundred thousand and a million pairs: when nobody has voted yet, and when
 * all pairs but the last have their votes and somebody new comes. The rounds take turns vote by vote, so that whatever else the machine
 * does meets all of them alike. Not part of the tests; {@code docs/benchmarks.md} holds the command and the figures.
 */
class NextPairBenchmark {
    private static final List<Integer> SIZES = List.of(1_000, 100_000, 1_000_000);
    private static final int WARM = 200;
    private static final int VOTES = 400;
    /** How many pairs at the end still take votes when somebody new comes. */
    private static final int LAST = 700;

    private static final int HAIKU = 1_600;
    /** How much longer the median may be than that of the smallest round. */
    private static final double MOST = 1.5;

    @TempDir
    Path folder;

    @Test
    void costsTheSameInALargeRound() throws Exception {
        try (VotingGround ground = VotingGround.start(folder, 1, HAIKU / 20, 20)) {
            List<String> names = ground.raters("patient", 2);
            Map<Integer, String> rounds = new LinkedHashMap<>();
            for (int size : SIZES) {
                rounds.put(size, fill(ground, size));
            }
            measure(ground, rounds, names.getFirst(), "nobody has voted yet");
            try (Connection database = ground.connect();
                    Statement statement = database.createStatement()) {
                statement.executeUpdate("""
                        update pair p set votes = p.wanted, settled_at = now() from round r
                        where r.id = p.round_id and p.held = 0 and p.position <= r.pairs - %d""".formatted(LAST));
                statement.execute("vacuum analyze pair");
            }
            measure(ground, rounds, names.getLast(), "all but the last are full");
        }
    }

    /** One rater in a round of that many pairs, and what each vote took. */
    private record Walk(int pairs, Voter voter, List<Long> nanos) {
        void step(boolean counts) throws IOException {
            long start = System.nanoTime();
            voter.vote();
            if (counts) {
                nanos.add(System.nanoTime() - start);
            }
        }

        double median() {
            return nanos.stream().sorted().toList().get(nanos.size() / 2);
        }
    }

    private static void measure(VotingGround ground, Map<Integer, String> rounds, String rater, String when)
            throws IOException {
        List<Walk> walks = rounds.entrySet().stream()
                .map(round -> new Walk(
                        round.getKey(),
                        ground.arrive(ground.node(0).address(), round.getValue(), rater),
                        new ArrayList<>()))
                .toList();
        for (int i = 0; i < WARM + VOTES; i++) {
            for (Walk walk : walks) {
                walk.step(i >= WARM);
            }
        }
        for (Walk walk : walks) {
            System.out.printf(
                    Locale.ROOT,
                    "%-26s %,9d pairs: median %.2f ms of %d votes, %.2f times that of a thousand%n",
                    when,
                    walk.pairs,
                    walk.median() / 1e6,
                    walk.nanos.size(),
                    walk.median() / walks.getFirst().median());
            walk.voter.close();
            assertThat(walk.median() / walks.getFirst().median())
                    .as("%s, %d pairs", when, walk.pairs)
                    .isLessThanOrEqualTo(MOST);
        }
    }

    static String fill(VotingGround ground, int pairs) throws SQLException {
        String round = ground.open("of " + pairs, 1, 3);
        try (Connection database = ground.connect();
                PreparedStatement more = database.prepareStatement("""
                        insert into pair (id, round_id, position, prompt_id, first_id, second_id, wanted)
                        select uuid7(), ?, 1 + row_number() over (order by md5(one.id::text || other.id::text)),
                               one.prompt_id, one.id, other.id, 3
                        from haiku one join haiku other on other.id > one.id
                        where not exists (select 1 from pair p where p.round_id = ?
                                          and least(p.first_id, p.second_id) = one.id
                                          and greatest(p.first_id, p.second_id) = other.id)
                        limit ?""");
                PreparedStatement count =
                        database.prepareStatement("update round set pairs = ?, pairs_wanted = ? where id = ?");
                Statement statement = database.createStatement()) {
            more.setObject(1, UUID.fromString(round));
            more.setObject(2, UUID.fromString(round));
            more.setInt(3, pairs - 1);
            assertThat(more.executeUpdate()).isEqualTo(pairs - 1);
            count.setInt(1, pairs);
            count.setInt(2, pairs);
            count.setObject(3, UUID.fromString(round));
            count.executeUpdate();
            statement.execute("vacuum analyze pair");
        }
        return round;
    }
}
