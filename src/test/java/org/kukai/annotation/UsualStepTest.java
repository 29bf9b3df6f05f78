package org.kukai.annotation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

import org.kukai.testing.Person;
import org.kukai.testing.Poems;

import static org.assertj.core.api.Assertions.assertThat;

/** The usual step leaves behind what the long way does, and leaves to it what is not usual. */
@QuarkusTest
class UsualStepTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final int PAIRS = 6;
    private static final int RATERS = 3;

    @Inject
    AgroalDataSource data;

    @Inject
    EntityManager database;

    @Inject
    ExecutorService workers;

    @Test
    void leavesBehindWhatTheLongWayDoes() {
        assertThat(played(true)).isEqualTo(played(false));
    }

    /** Each rater has a pair and one ahead; all vote at the same time, again and again. */
    @Test
    void givesManyAtOnceWhatIsTheirsAndNoPairTwice() {
        UUID round = open();
        Map<UUID, UUID> shown = new LinkedHashMap<>();
        Map<UUID, UUID> ahead = new HashMap<>();
        for (int i = 0; i < RATERS; i++) {
            UUID rater = Person.idOfNewRater();
            UUID first = assignment(turns(NOON).next(round, rater));
            shown.put(rater, first);
            ahead.put(rater, assignment(turns(NOON).ahead(round, rater, first)));
        }
        Set<UUID> given = new HashSet<>(ahead.values());
        UsualStep step = usual(NOON.plusSeconds(1));
        List<CompletableFuture<Optional<Sitting.Half>>> lot = new ArrayList<>();
        shown.forEach((rater, turn) -> lot.add(step.take(round, rater, Answer.of(turn, Choice.TIE), ahead.get(rater))));
        for (CompletableFuture<Optional<Sitting.Half>> done : lot) {
            assertThat(given.add(
                            assignment(done.join().flatMap(Sitting.Half::turn).orElseThrow())))
                    .as("given to nobody before")
                    .isTrue();
        }
        assertThat(number("select count(*) from vote where round_id = ?1", round))
                .isEqualTo(RATERS);
        assertThat(number("select count(distinct (pair_id, rater_id)) from assignment where round_id = ?1", round))
                .isEqualTo(3L * RATERS);
        assertThat(number("""
                        select count(*) from pair p where round_id = ?1 and (votes, held) not in (
                            select count(*) filter (where state = 'VOTED'), count(*) filter (where state = 'HELD')
                            from assignment a where a.pair_id = p.id)""", round)).isZero();
    }

    private static UUID assignment(Turn turn) {
        return ((Turn.Offered) turn).pair().assignment();
    }

    private long number(String sql, UUID round) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (Number)
                        database.createNativeQuery(sql).setParameter(1, round).getSingleResult())
                .longValue();
    }

    /** All raters vote on all pairs, some the same, some not, some skip; what is then in the tables. */
    private List<String> played(boolean usually) {
        UUID round = open();
        for (int rater = 0; rater < RATERS; rater++) {
            UUID id = Person.idOfNewRater();
            for (int turn = 0; turn < PAIRS; turn++) {
                Instant now = NOON.plusSeconds(100L * rater + turn);
                if (turns(now).next(round, id) instanceof Turn.Offered offered) {
                    step(round, id, offered.pair().assignment(), said(rater, turn), usually, now);
                }
            }
        }
        return rows(round);
    }

    private static Optional<Preference> said(int rater, int turn) {
        int number = (rater * 7 + turn * (rater + 2)) % 5;
        List<Preference> preferences = List.of(Preference.values());
        return number == preferences.size() ? Optional.empty() : Optional.of(preferences.get(number));
    }

    private void step(
            UUID round, UUID rater, UUID assignment, Optional<Preference> said, boolean usually, Instant now) {
        Choice choice = said.map(preference -> choice(assignment, preference)).orElse(Choice.SKIP);
        if (usually) {
            Optional<Sitting.Half> done = usual(now)
                    .take(round, rater, Answer.of(assignment, choice), null)
                    .join();
            assertThat(done).isPresent();
        } else {
            new Sitting(usual(now), voting(now), turns(now), workers)
                    .answer(
                            round,
                            rater,
                            new Answer(assignment, choice, new Remarks(null, List.of(), null), null),
                            null)
                    .join();
        }
    }

    @Test
    void leavesUnusualVotesToTheLongWay() {
        UUID round = open();
        UUID rater = Person.idOfNewRater();
        UUID first = ((Turn.Offered) turns(NOON).next(round, rater)).pair().assignment();
        Answer answer = Answer.of(first, Choice.TIE);
        List<String> before = rows(round);
        assertThat(usual(NOON).take(round, Person.idOfNewRater(), answer, null).join())
                .as("of somebody else")
                .isEmpty();
        assertThat(usual(NOON).take(UUID.randomUUID(), rater, answer, null).join())
                .as("of another round")
                .isEmpty();
        Answer remarked = new Answer(first, Choice.LEFT, new Remarks(Strength.CLEAR, null, null), null);
        assertThat(usual(NOON).take(round, rater, remarked, null).join())
                .as("with remarks")
                .isEmpty();
        execute("update round set growing = false where id = ?1", round);
        execute("update pair set wanted = 1 where round_id = ?1", round);
        execute("update round set votes_per_pair = 1, more_votes = 0 where id = ?1", round);
        assertThat(usual(NOON).take(round, rater, answer, null).join())
                .as("one of the last of a round")
                .isEmpty();
        execute("update round set votes_per_pair = 2, more_votes = 1, growing = true where id = ?1", round);
        execute("update pair set wanted = 2 where round_id = ?1", round);
        assertThat(rows(round)).isEqualTo(before);
        assertThat(usual(NOON).take(round, rater, answer, null).join()).isPresent();
        assertThat(usual(NOON).take(round, rater, answer, null).join())
                .as("the same again")
                .isEmpty();
        execute("update round set status = 'CLOSED' where id = ?1", round);
        assertThat(usual(NOON).take(round, rater, answer, null).join())
                .as("of a closed round")
                .isEmpty();
    }

    /** A round that is still growing, so that no vote is one of its last. */
    private UUID open() {
        RoundRules rules = new RoundRules(1, true, null, null, 1, null);
        UUID round = RoundsTest.open(Poems.duel(PAIRS).models(), PAIRS, 2, rules).id;
        execute("update round set growing = true where id = ?1", round);
        return round;
    }

    private Choice choice(UUID assignment, Preference said) {
        boolean straight =
                QuarkusTransaction.requiringNew().call(() -> Assignment.<Assignment>findById(assignment).firstOnLeft);
        return switch (said) {
            case FIRST -> straight ? Choice.LEFT : Choice.RIGHT;
            case SECOND -> straight ? Choice.RIGHT : Choice.LEFT;
            case TIE -> Choice.TIE;
            case NEITHER -> Choice.NEITHER;
        };
    }

    private UsualStep usual(Instant now) {
        return new UsualStep(data, Clock.fixed(now, ZoneOffset.UTC), LEASE);
    }

    private static Voting voting(Instant now) {
        return new Voting(Clock.fixed(now, ZoneOffset.UTC), LEASE, LEASE);
    }

    private static Turns turns(Instant now) {
        return new Turns(Clock.fixed(now, ZoneOffset.UTC), LEASE);
    }

    private void execute(String sql, UUID round) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery(sql).setParameter(1, round).executeUpdate());
    }

    private List<String> rows(UUID round) {
        List<String> rows = new ArrayList<>();
        for (String sql : List.of("""
                select concat_ws(' ', 'pair', position, wanted, held, votes, firsts, seconds, ties, neithers, settled_at)
                from pair where round_id = ?1 order by position""", """
                select concat_ws(' ', 'rater', reached, votes, skips, settled, extra, turns, streak, streak_since, last_vote_at)
                from participation where round_id = ?1 order by id""", """
                select concat_ws(' ', 'turn', p.position, a.turn, a.state, a.kind, a.assigned_at, v.cast_at, v.millis, v.kind,
                                 v.guidelines_version, v.reasons, a.leased_until)
                from assignment a join pair p on p.id = a.pair_id left join vote v on v.assignment_id = a.id
                where a.round_id = ?1 order by a.assigned_at, a.turn""")) {
            rows.addAll(QuarkusTransaction.requiringNew()
                    .call(() -> database.unwrap(Session.class)
                            .createNativeQuery(sql, String.class)
                            .setParameter(1, round)
                            .getResultList()));
        }
        return rows;
    }
}
