package org.kukai.annotation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.kukai.testing.Person;
import org.kukai.testing.Poems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
class PartTest {
    @Inject
    Rounds rounds;

    @Inject
    Turns turns;

    @Inject
    Voting voting;

    @Test
    void dealsRatersEvenlyToPartsAndShowsEachTheirOwn() {
        Round round = RoundsTest.open(Poems.duel(6).models(), 6, 1, new RoundRules(0, false, null, null, 3, null));
        List<UUID> raters = Stream.generate(Person::idOfNewRater).limit(3).toList();
        Set<UUID> seen = new HashSet<>();
        for (UUID rater : raters) {
            Set<UUID> own = RoundsTest.pairsOf(round, rater, turns, voting);
            assertThat(own).hasSize(2);
            seen.addAll(own);
        }
        assertThat(seen).hasSize(6);
        assertThat(RoundsTest.fresh(round).status).isEqualTo(Round.Status.SETTLED);
        assertThat(QuarkusTransaction.requiringNew().call(() -> Part.of(round)))
                .hasSize(3)
                .allSatisfy(part -> assertThat(part.raters()).hasSize(1));
    }

    @Test
    void movesARaterToThePartThatAnAdminNames() {
        Round round = RoundsTest.open(Poems.duel(4).models(), 4, 1, new RoundRules(0, false, null, null, 2, null));
        Person rater = Person.newRater();
        rounds.assign(round.id, rater.name(), 2);
        List<Part> parts = QuarkusTransaction.requiringNew().call(() -> Part.of(round));
        assertThat(parts.get(1).raters()).containsExactly(rater.name());
        assertThat(parts.get(0).shortage(round)).contains("Nobody votes on this part");
        assertThat(parts.get(1).shortage(round)).isEmpty();
        assertThatThrownBy(() -> rounds.assign(round.id, rater.name(), 3)).hasMessageContaining("parts 1 to 2");
        assertThatThrownBy(() -> rounds.assign(round.id, "nobody at all", 1)).hasMessageContaining("no account");
    }
}
