package org.kukai.annotation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.kukai.RefusedException;
import org.kukai.account.Account;
import org.kukai.testing.Person;
import org.kukai.testing.Poems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
class CheckTurnsTest {
    @Inject
    Turns turns;

    @Inject
    Voting voting;

    @Inject
    AttentionPairs attention;

    private final UUID ann = Person.idOfNewRater();

    @Test
    void checksComeAtTheirShareAndCountNowhere() {
        Round round = round(40, 1);
        attention.set(round.id, new CheckRules(5, 5, 3));
        for (int i = 0; i < 20; i++) {
            attention.add(round.id, "moss " + i, "an old silent pond", "pond silent an old " + i, admin().id);
        }
        List<BlindPair> seen = walk(round, ann);
        assertThat(number("select count(*) from vote where round_id = ?1 and kind = 'ATTENTION'", round))
                .isBetween(8L, 13L);
        assertThat(number("select count(*) from vote where round_id = ?1 and kind = 'REPEAT'", round))
                .isBetween(3L, 13L);
        assertThat(number("select count(*) from ballot where round_id = ?1", round))
                .isEqualTo(40);
        assertThat(number("select sum(votes) from participation where round_id = ?1", round))
                .isEqualTo(40);
        assertThat(number("select sum(votes) from pair where round_id = ?1", round))
                .isEqualTo(40);
        assertThat(seen.size()).isGreaterThan(50);
        assertThat(fresh(round).status).isEqualTo(Round.Status.SETTLED);
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> RoundProgress.of(round).votes()))
                .isEqualTo(40);
    }

    @Test
    void whatIsLeftFallsByOneWithEveryAnswerWhateverItWas() {
        Round round = round(30, 1);
        attention.set(round.id, new CheckRules(6, 0, 1));
        for (int i = 0; i < 20; i++) {
            attention.add(round.id, "fern " + i, "an old silent pond", "pond silent an old " + i, admin().id);
        }
        List<BlindPair> seen = walk(round, ann);
        assertThat(seen)
                .extracting(BlindPair::remaining)
                .startsWith(seen.size())
                .endsWith(1);
        for (int i = 1; i < seen.size(); i++) {
            assertThat(seen.get(i).remaining()).isEqualTo(seen.get(i - 1).remaining() - 1);
        }
    }

    @Test
    void whatIsLeftIsNoMoreThanTheRoundTakesFromTheRaterButForChecks() {
        RoundRules rules = new RoundRules(0, false, 12, null, 1, null);
        Round round = RoundsTest.open(Poems.duel(30).models(), 30, 1, rules);
        attention.set(round.id, new CheckRules(6, 0, 1));
        for (int i = 0; i < 20; i++) {
            attention.add(round.id, "reed " + i, "an old silent pond", "pond silent an old " + i, admin().id);
        }
        List<BlindPair> seen = walk(round, ann);
        assertThat(seen.size()).isGreaterThan(12);
        for (int i = 0; i < seen.size(); i++) {
            assertThat(seen.get(i).remaining()).isEqualTo(seen.size() - i);
        }
    }

    @Test
    void aRepeatShowsTheSamePairWithItsSidesSwappedAndNotTooSoon() {
        Round round = round(30, 1);
        attention.set(round.id, new CheckRules(0, 5, 4));
        List<BlindPair> seen = walk(round, ann);
        Map<String, Integer> first = new HashMap<>();
        int repeats = 0;
        for (int i = 0; i < seen.size(); i++) {
            BlindPair pair = seen.get(i);
            Integer before = first.putIfAbsent(pair.prompt(), i);
            if (before != null) {
                repeats++;
                assertThat(pair.left()).isEqualTo(seen.get(before).right());
                assertThat(pair.right()).isEqualTo(seen.get(before).left());
                assertThat(pair.assignment()).isNotEqualTo(seen.get(before).assignment());
                assertThat(i - before).isGreaterThan(4);
            }
        }
        assertThat(repeats).isBetween(3, 8);
    }

    @Test
    void aCheckIsUndoneLikeAnyOtherVote() {
        Round round = round(20, 1);
        attention.set(round.id, new CheckRules(5, 0, 1));
        attention.add(round.id, "reed", "an old silent pond", "pond pond an", admin().id);
        for (int i = 0; i < 5; i++) {
            BlindPair shown = offered(round);
            voting.cast(round.id, ann, shown.assignment(), Choice.LEFT);
            voting.withdrawLast(round.id, ann);
            assertThat(offered(round)).isEqualTo(shown);
            voting.cast(round.id, ann, shown.assignment(), Choice.RIGHT);
        }
        assertThat(number("select count(*) from vote where round_id = ?1 and kind = 'ATTENTION'", round))
                .isOne();
        assertThat(number("select sum(held) + sum(votes) from pair where round_id = ?1", round))
                .isEqualTo(4);
        Participation own = QuarkusTransaction.requiringNew()
                .call(() -> Participation.of(round.id, ann).orElseThrow());
        assertThat(own.votes).isEqualTo(4);
        assertThat(own.checkVotes).isOne();
    }

    @Test
    void kukaiMakesPairsOfARealPoemAndAScrambledOne() {
        Round round = round(3, 1);
        UUID prompt = Poems.prompt("TRAIN");
        QuarkusTransaction.requiringNew().run(() -> {
            UUID haiku = Poems.haiku(prompt, 4);
            Round.getEntityManager()
                    .createNativeQuery("update haiku set strict575 = true where id = ?1")
                    .setParameter(1, haiku)
                    .executeUpdate();
        });
        assertThat(attention.make(round.id, 2, admin().id)).isPositive();
        assertThat(attention.of(round.id)).isNotEmpty().allSatisfy(made -> {
            assertThat(made.byHand()).isFalse();
            assertThat(made.worse()).isNotEqualTo(made.better()).isNotBlank();
        });
    }

    @Test
    void aRetiredPairIsGivenToNobodyNew() {
        Round round = round(20, 1);
        attention.set(round.id, new CheckRules(5, 0, 1));
        UUID pair = attention.add(round.id, "reed", "an old silent pond", "pond pond an", admin().id);
        attention.retire(round.id, pair, admin().id);
        walk(round, ann);
        assertThat(number("select count(*) from vote where round_id = ?1 and kind <> 'ASKED'", round))
                .isZero();
        assertThatThrownBy(() -> attention.retire(round.id, pair, admin().id)).isInstanceOf(RefusedException.class);
    }

    private List<BlindPair> walk(Round round, UUID rater) {
        List<BlindPair> seen = new ArrayList<>();
        while (turns.next(round.id, rater) instanceof Turn.Offered offered) {
            seen.add(offered.pair());
            voting.cast(round.id, rater, offered.pair().assignment(), Choice.LEFT);
        }
        return seen;
    }

    private BlindPair offered(Round round) {
        return ((Turn.Offered) turns.next(round.id, ann)).pair();
    }

    private static Round round(int pairs, int votes) {
        RoundDraft draft = new RoundDraft(
                "checks " + UUID.randomUUID(),
                "",
                "",
                Pairing.MODEL_VS_MODEL,
                Poems.duel(pairs).models(),
                pairs,
                votes);
        return QuarkusTransaction.requiringNew().call(() -> Round.open(draft, admin(), Instant.EPOCH));
    }

    private static Account admin() {
        return QuarkusTransaction.joiningExisting()
                .call(() -> Account.findByName(Person.ADMIN.name()).orElseThrow());
    }

    private static Round fresh(Round round) {
        return QuarkusTransaction.requiringNew().call(() -> Round.get(round.id));
    }

    private static long number(String sql, Round round) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) Round.getEntityManager()
                                .createNativeQuery(sql)
                                .setParameter(1, round.id)
                                .getSingleResult())
                        .longValue());
    }
}
