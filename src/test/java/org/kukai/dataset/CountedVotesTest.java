package org.kukai.dataset;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which votes a release counts when several rounds have shown the same two poems. */
@QuarkusTest
class CountedVotesTest {
    private ScratchDatabase database;
    private Connection connection;
    private Story story;
    private UUID prompt;
    private UUID rain;
    private UUID mud;
    private UUID mudAgain;

    @BeforeEach
    void bringTwoPoems() throws SQLException {
        database = ScratchDatabase.make();
        connection = database.connect();
        story = new Story(connection, 1);
        prompt = story.prompt("Write a haiku about rain.");
        rain = story.poem(prompt, "m", 4, "rain a\nrain b\nrain c");
        mud = story.poem(prompt, "m", 4, "mud a\nmud b\nmud c");
        mudAgain = story.poem(prompt, "m", 4, "Mud a,\nmud b,\nmud c!");
    }

    @AfterEach
    void forgetThem() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void addsUpTheVotesOfDifferentRatersWhicheverSideComesFirst() throws Exception {
        round(rain, mud, "22s");
        round(mud, rain, "...1t");
        round(mudAgain, rain, ".....1");
        assertThat(judged(5)).singleElement().isInstanceOfSatisfying(Outcome.Preferred.class, row -> {
            assertThat(row.chosen().id()).isEqualTo(mud);
            assertThat(row.rejected().id()).isEqualTo(rain);
            assertThat(row.votesChosen()).isEqualTo(4);
            assertThat(row.votesTie()).isEqualTo(1);
            assertThat(row.agreement()).isEqualTo(0.8);
        });
    }

    @Test
    void nobodyMakesAQuorumAlone() throws Exception {
        round(rain, mud, "1");
        round(mud, rain, "2");
        round(mudAgain, rain, "2");
        assertThat(judged(2)).containsExactly(new Outcome.Dropped(DropReason.BELOW_QUORUM));
        assertThat(judged(1)).singleElement().isInstanceOfSatisfying(Outcome.Preferred.class, row -> {
            assertThat(row.chosen().id()).isEqualTo(rain);
            assertThat(row.votesChosen()).isEqualTo(1);
        });
    }

    @Test
    void theLatestVoteOfARaterCounts() throws Exception {
        round(rain, mud, "11");
        round(mud, rain, "1");
        round(rain, mudAgain, ".s"); // a skip takes nothing back
        assertThat(votes()).isEqualTo(List.of(1, 1));
    }

    @Test
    void countsAVoteForWhatItsRaterCountsForInTheRoundThatItWasCastIn() throws Exception {
        UUID careful = round(rain, mud, "12");
        story.weigh(careful, 0, "0.25");
        UUID careless = round(mud, rain, "..21");
        story.weigh(careless, 3, "0.05");
        CandidatePair pair =
                pairs(new Terms(Policy.HUMAN, 0, 1, 0, 0, Licence.CC_BY_4_0)).getFirst();
        boolean mudFirst = java.util.Objects.requireNonNull(pair.first()).id().equals(mud);
        assertThat(pair.votes()).isEqualTo(new Votes(2, 2, 0, 0));
        assertThat(pair.weighed()).isEqualTo(mudFirst ? new Votes(105, 125, 0, 0) : new Votes(125, 105, 0, 0));
        assertThat(Provenance.annotation(connection).orElseThrow().lighterVotes())
                .isEqualTo(2);
        assertThat(judged(1)).singleElement().isInstanceOfSatisfying(Outcome.Preferred.class, row -> {
            assertThat(row.chosen().id()).isEqualTo(rain);
            assertThat(row.weightChosen()).isEqualTo(1.25);
            assertThat(row.votesChosen()).isEqualTo(2);
        });
    }

    @Test
    void theCardCountsTheSameVotes() throws Exception {
        round(rain, mud, "12");
        round(mud, rain, "1n2");
        assertThat(Provenance.annotation(connection)).hasValueSatisfying(annotation -> {
            assertThat(annotation.votes()).isEqualTo(3);
            assertThat(annotation.raters()).isEqualTo(3);
            assertThat(annotation.pairs()).isEqualTo(1);
            assertThat(annotation.rounds()).isEqualTo(1);
            assertThat(annotation.neitherVotes()).isEqualTo(1);
            assertThat(annotation.agreement()).hasValue(0.0);
        });
    }

    @Test
    void theAgreementIsThatOfTheCountedVotes() throws Exception {
        round(rain, mud, "1");
        round(rain, mudAgain, "1");
        assertThat(Provenance.annotation(connection).orElseThrow().agreement()).isEmpty();
        round(mud, rain, ".221");
        assertThat(Provenance.annotation(connection).orElseThrow().agreement()).hasValue(0.5);
    }

    private UUID round(UUID first, UUID second, String votes) throws SQLException {
        UUID round = story.round("Which?", "");
        story.pair(round, prompt, first, second, votes);
        return round;
    }

    private List<Outcome> judged(int quorum) throws Exception {
        Terms terms = new Terms(Policy.HUMAN, 0, quorum, 0, 0, Licence.CC_BY_4_0);
        return pairs(terms).stream().map(new Judgement(terms)::of).toList();
    }

    private List<Integer> votes() throws Exception {
        Votes votes = pairs(new Terms(Policy.HUMAN, 0, 1, 0, 0, Licence.CC_BY_4_0))
                .getFirst()
                .votes();
        return List.of(votes.first(), votes.second());
    }

    private List<CandidatePair> pairs(Terms terms) throws Exception {
        List<CandidatePair> pairs = new ArrayList<>();
        connection.setAutoCommit(false);
        CandidatePairs.read(connection, terms.policy(), pairs::add);
        connection.rollback();
        connection.setAutoCommit(true);
        return pairs;
    }
}
