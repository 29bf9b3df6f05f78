package org.kukai.annotation;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long the calls take that say what a million votes mean, asked for the first time and once more. Not part of the tests; {@code
 * docs/benchmarks.md} holds the command and the figures.
 */
class RankingBenchmark {
    private static final int PROMPTS = 1_800;
    private static final int POEMS = 20;
    private static final int VOTES = 3;
    private static final int RATERS = 60;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void saysWhatAMillionVotesMean() throws Exception {
        try (VotingGround ground = VotingGround.start(folder, 1, PROMPTS, POEMS)) {
            ground.raters("critic", RATERS);
            String round = ground.open("A million votes", 1, VOTES);
            long votes = fill(ground, round);
            System.out.printf(Locale.ROOT, "%,d votes%n", votes);
            for (String call : List.of(
                    "/api/rounds/" + round,
                    "/rounds/" + round,
                    "/rounds/" + round + "/quality",
                    "/rounds/" + round + "/ranking")) {
                say(call.replace(round, "{id}"), millis(ground, call), whenThere(ground, call));
            }
            for (String call : List.of(
                    "/api/rounds/" + round + "/quality",
                    "/api/rounds/" + round + "/agreement",
                    "/api/ranking/models?round=" + round,
                    "/api/ranking/form?round=" + round,
                    "/api/ranking/poems?round=" + round,
                    "/api/ranking/models",
                    "/api/ranking/form")) {
                say(call.replace(round, "{id}"), millis(ground, call), millis(ground, call));
            }
        }
    }

    private static void say(String call, long first, long again) {
        System.out.printf(Locale.ROOT, "%-60s first %,7d ms, again %,7d ms%n", call, first, again);
    }

    /** How long the answer takes as soon as its figures have been counted in the background. */
    private static long whenThere(VotingGround ground, String call) {
        Instant begin = Instant.now();
        String answer = ground.admin().get(call).asString();
        while (answer.contains("being computed") || answer.contains("\"agreementAt\":null")) {
            assertThat(begin.plus(PATIENCE)).isAfter(Instant.now());
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            answer = ground.admin().get(call).asString();
        }
        System.out.printf(
                Locale.ROOT,
                "counted within %,d ms%n",
                Duration.between(begin, Instant.now()).toMillis());
        return millis(ground, call);
    }

    private static long millis(VotingGround ground, String call) {
        Response answer = ground.admin().get(call);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.time();
    }

    /** Every pair of every prompt gets three votes, by raters who take their turns; half of the poems become another model's. */
    private static long fill(VotingGround ground, String round) throws SQLException {
        try (Connection database = ground.connect();
                Statement statement = database.createStatement()) {
            statement.execute("""
                    insert into run select (jsonb_populate_record(r, jsonb_build_object(
                        'id', uuid7(), 'model_name', 'another')))._ from run r limit 1""".replace("._", ".*"));
            statement.execute("""
                    update attempt set run_id = (select id from run where model_name = 'another') where sample % 2 = 0""");
            statement.execute("""
                    insert into pair (id, round_id, position, prompt_id, first_id, second_id, wanted, votes)
                    select uuid7(), '%1$s', 1 + row_number() over (), one.prompt_id, one.id, other.id, %2$d, %2$d
                    from haiku one join haiku other on other.prompt_id = one.prompt_id and other.id > one.id
                    where not exists (select 1 from pair p where p.round_id = '%1$s'
                                      and least(p.first_id, p.second_id) = one.id
                                      and greatest(p.first_id, p.second_id) = other.id)""".formatted(round, VOTES));
            statement.execute("""
                    create temporary table rater as
                    select id, row_number() over (order by name) - 1 as number from account where name like 'critic %'""");
            statement.execute("""
                    insert into participation (id, round_id, rater_id, joined_at)
                    select uuid7(), '%s', id, now() from rater""".formatted(round));
            statement.execute("""
                    insert into assignment (id, round_id, pair_id, rater_id, first_on_left, state, assigned_at, leased_until)
                    select uuid7(), p.round_id, p.id, r.id, random() < 0.5, 'VOTED', now(), now()
                    from pair p cross join generate_series(0, %d) turn
                         join rater r on r.number = (p.position * 7 + turn) %% %d
                    where p.round_id = '%s' and p.position > 1""".formatted(VOTES - 1, RATERS, round));
            statement.execute("""
                    insert into vote (assignment_id, round_id, pair_id, rater_id, choice, cast_at, millis)
                    select id, round_id, pair_id, rater_id,
                           (array['LEFT', 'RIGHT', 'LEFT', 'RIGHT', 'TIE', 'NEITHER'])[1 + floor(random() * 6)],
                           now() - random() * interval '10 days', 4000
                    from assignment where round_id = '%s'""".formatted(round));
            statement.execute("""
                    update pair p
                    set votes = b.votes, firsts = b.firsts, seconds = b.seconds, ties = b.ties, neithers = b.neithers
                    from (select pair_id, count(*) as votes,
                                 count(*) filter (where preferred = 'FIRST') as firsts,
                                 count(*) filter (where preferred = 'SECOND') as seconds,
                                 count(*) filter (where preferred = 'TIE') as ties,
                                 count(*) filter (where preferred = 'NEITHER') as neithers
                          from ballot group by pair_id) b
                    where b.pair_id = p.id""");
            statement.execute("""
                    update participation p set votes = v.votes, last_vote_at = now()
                    from (select rater_id, count(*) as votes from vote where round_id = '%s' group by rater_id) v
                    where v.rater_id = p.rater_id""".formatted(round));
            statement.execute("update round set pairs = %d, pairs_wanted = %d where id = '%s'"
                    .formatted(PROMPTS * POEMS, PROMPTS * POEMS, round));
            statement.execute("vacuum analyze");
            var counted = statement.executeQuery("select count(*) from ballot");
            assertThat(counted.next()).isTrue();
            return counted.getLong(1);
        }
    }
}
