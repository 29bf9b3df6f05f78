package org.kukai.annotation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Tuple;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.kukai.RefusedException;
import org.kukai.account.Account;
import org.kukai.testing.Person;
import org.kukai.testing.Poems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
class PairingTest {
    private static final int ALL = 1_000_000;

    @Test
    void pairsTheBestFormOfAPromptWithTheWorst() {
        UUID prompt = Poems.prompt("TRAIN");
        UUID best = Poems.haiku(prompt, 4);
        Poems.haiku(prompt, 2);
        UUID worst = Poems.haiku(prompt, 0);
        List<Two> twos = pairsOf(open(Pairing.BEST_WORST, List.of(), ALL), prompt);
        assertThat(twos).hasSize(1);
        assertThat(twos.getFirst().ids()).containsExactlyInAnyOrder(best, worst);
    }

    @Test
    void makesNoPairOfBestAndWorstWhereAllScoresAreEqual() {
        UUID other = Poems.prompt("TRAIN");
        Poems.haiku(other, 4);
        Poems.haiku(other, 1);
        UUID prompt = Poems.prompt("TRAIN");
        Poems.haiku(prompt, 3);
        Poems.haiku(prompt, 3);
        assertThat(pairsOf(open(Pairing.BEST_WORST, List.of(), ALL), prompt)).isEmpty();
    }

    @Test
    void pairsTwoCorrectPoemsAndNoOthers() {
        UUID prompt = Poems.prompt("TRAIN");
        UUID one = Poems.haiku(prompt, 4);
        UUID other = Poems.haiku(prompt, 4);
        Poems.haiku(prompt, 3);
        List<Two> twos = pairsOf(open(Pairing.BOTH_CORRECT, List.of(), ALL), prompt);
        assertThat(twos).hasSize(1);
        assertThat(twos.getFirst().ids()).containsExactlyInAnyOrder(one, other);
    }

    @Test
    void pairsOnePoemOfEachOfTwoModels() {
        Poems.Duel duel = Poems.duel(3);
        Round round = open(Pairing.MODEL_VS_MODEL, duel.models(), 10);
        assertThat(round.pairs).isEqualTo(3);
        assertThat(round.pairsWanted).isEqualTo(10);
        assertThat(duel.prompts())
                .allSatisfy(prompt -> assertThat(pairsOf(round, prompt)).hasSize(1));
    }

    @ParameterizedTest
    @EnumSource(names = {"BEST_WORST", "BOTH_CORRECT", "RANDOM"})
    void usesNoHeldOutPromptAndNoPoemTwiceAndNoTwins(Pairing pairing) {
        UUID secret = Poems.prompt("HELD_OUT");
        Poems.haiku(secret, 4);
        Poems.haiku(secret, 4);
        Poems.haiku(secret, 0);
        UUID twins = Poems.prompt("TRAIN");
        String same = UUID.randomUUID().toString();
        Poems.haiku(twins, 4, "moss", same);
        Poems.haiku(twins, 0, "Moss!", same);
        UUID usual = Poems.prompt("TRAIN");
        Poems.haiku(usual, 4);
        Poems.haiku(usual, 4);
        Poems.haiku(usual, 1);
        Poems.haiku(usual, 0);
        Round round = open(pairing, List.of(), ALL);
        assertThat(pairsOf(round, secret)).isEmpty();
        assertThat(pairsOf(round, twins)).isEmpty();
        assertThat(pairsOf(round, usual)).isNotEmpty();
        assertThat(pairsOf(round, usual).stream().flatMap(t -> t.ids().stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void takesNoMorePairsThanAsked() {
        assertThat(open(Pairing.MODEL_VS_MODEL, Poems.duel(5).models(), 2).pairs)
                .isEqualTo(2);
    }

    @Test
    void refusesARoundWithoutAnyPairAndStoresNothing() {
        String name = "nothing " + UUID.randomUUID();
        RoundDraft draft = new RoundDraft(name, "", "", Pairing.MODEL_VS_MODEL, List.of("nobody", "no one"), 10, 3);
        assertThatThrownBy(() -> open(draft))
                .isInstanceOf(NoPairsException.class)
                .hasMessageContaining("nobody and no one")
                .hasMessageContaining("Start a generation run");
        assertThat(QuarkusTransaction.requiringNew().call(() -> Round.count("name", name)))
                .isZero();
    }

    @Test
    void refusesADraftThatCannotBe() {
        assertThatThrownBy(() -> new RoundDraft(" ", "", "", Pairing.RANDOM, List.of(), 10, 3))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("The name has 1 to 200 characters");
        assertThatThrownBy(() -> new RoundDraft("r", "", "", Pairing.RANDOM, List.of(), 0, 3))
                .hasMessageContaining("from 1 to 1000000; given: 0");
        assertThatThrownBy(() -> new RoundDraft("r", "", "", Pairing.RANDOM, List.of(), 1, 101))
                .hasMessageContaining("given: 101");
        assertThatThrownBy(() -> new RoundDraft("r", "", "", Pairing.MODEL_VS_MODEL, List.of("a", "a"), 1, 1))
                .hasMessageContaining("two different models");
        assertThatThrownBy(() -> Pairing.ofSpelled("best")).hasMessageContaining("best-worst, both-correct");
    }

    private record Two(UUID first, UUID second) {
        List<UUID> ids() {
            return List.of(first, second);
        }
    }

    private static Round open(Pairing pairing, List<String> models, int pairs) {
        return open(new RoundDraft("round " + UUID.randomUUID(), "", "", pairing, models, pairs, 3));
    }

    private static Round open(RoundDraft draft) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Round.open(
                        draft, Account.findByName(Person.ADMIN.name()).orElseThrow(), Instant.EPOCH));
    }

    private static List<Two> pairsOf(Round round, UUID prompt) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Panache.getEntityManager()
                        .createQuery(
                                "select p.firstId, p.secondId from Pair p where p.roundId = ?1 and p.promptId = ?2",
                                Tuple.class)
                        .setParameter(1, round.id)
                        .setParameter(2, prompt)
                        .getResultList()
                        .stream()
                        .map(t -> new Two(t.get(0, UUID.class), t.get(1, UUID.class)))
                        .toList());
    }
}
