package org.kukai.annotation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.kukai.annotation.Assignment.State;

/** Makes entities of the rows that {@link UsualSteps} reads: one for each round and pair, however often it is read. */
final class UsualRows {
    private final Map<UUID, Round> rounds = new HashMap<>();
    private final Map<UUID, Pair> pairs = new HashMap<>();

    /** A row of {@link UsualSql#LOOK}. */
    UsualState state(ResultSet row, UsualStep.Asked asked) throws SQLException {
        return new UsualState(
                asked,
                round(row, asked.round()),
                rater(row, asked),
                turn(row, asked),
                pair(row, row.getObject("pair", UUID.class), asked.round()),
                row.getBoolean("fresh") && row.getInt("others") == 0,
                time(row, "shown_until"));
    }

    /** A row of {@link UsualSql#WALK}. */
    Pair offered(ResultSet row) throws SQLException {
        Pair pair = pair(row, row.getObject("id", UUID.class), row.getObject("round_id", UUID.class));
        pair.part = row.getInt("part");
        pair.position = row.getInt("position");
        return pair;
    }

    /** One that was read. */
    Pair pair(UUID id) {
        return Objects.requireNonNull(pairs.get(id));
    }

    static PairTexts texts(ResultSet row) throws SQLException {
        return new PairTexts(row.getString("prompt"), row.getString("first"), row.getString("second"), Set.of((UUID[])
                row.getArray("had").getArray()));
    }

    private Round round(ResultSet row, UUID id) throws SQLException {
        Round known = rounds.get(id);
        if (known != null) {
            return known;
        }
        Round round = new Round();
        round.id = id;
        round.status = Round.Status.valueOf(row.getString("status"));
        round.name = row.getString("name");
        round.question = row.getString("question");
        round.tags = List.of((String[]) row.getArray("tags").getArray());
        round.guidelinesVersion = row.getInt("guidelines_version");
        round.votesPerPair = row.getInt("votes_per_pair");
        round.rules = new RoundRules(
                row.getInt("more_votes"),
                row.getBoolean("settle_early"),
                row.getObject("votes_per_rater", Integer.class),
                row.getObject("votes_per_day", Integer.class),
                1,
                null);
        round.growing = row.getBoolean("growing");
        round.pairs = row.getInt("pairs");
        round.attentionEvery = row.getInt("attention_every");
        round.repeatEvery = row.getInt("repeat_every");
        rounds.put(id, round);
        return round;
    }

    private static Participation rater(ResultSet row, UsualStep.Asked asked) throws SQLException {
        Participation rater = new Participation();
        rater.id = row.getObject("rater", UUID.class);
        rater.roundId = asked.round();
        rater.raterId = asked.rater();
        rater.part = row.getInt("part");
        rater.reached = row.getInt("reached");
        rater.votes = row.getInt("given");
        rater.skips = row.getInt("skips");
        rater.checkVotes = row.getInt("check_votes");
        rater.checkSkips = row.getInt("check_skips");
        rater.settled = row.getInt("settled");
        rater.extra = row.getInt("extra");
        rater.turns = row.getInt("turns");
        rater.weight = row.getBigDecimal("weight");
        rater.guidelinesSeen = row.getInt("guidelines_seen");
        rater.lastVoteAt = time(row, "last_vote_at");
        rater.streak = row.getInt("streak");
        rater.streakSince = time(row, "streak_since");
        return rater;
    }

    private static Assignment turn(ResultSet row, UsualStep.Asked asked) throws SQLException {
        Assignment turn = new Assignment();
        turn.id = asked.answer().assignment();
        turn.roundId = asked.round();
        turn.raterId = asked.rater();
        turn.pairId = row.getObject("pair", UUID.class);
        turn.kind = TurnKind.valueOf(row.getString("kind"));
        turn.state = State.valueOf(row.getString("state"));
        turn.firstOnLeft = row.getBoolean("first_on_left");
        turn.assignedAt = row.getObject("assigned_at", OffsetDateTime.class).toInstant();
        return turn;
    }

    private Pair pair(ResultSet row, UUID id, UUID round) throws SQLException {
        Pair known = pairs.get(id);
        if (known != null) {
            return known;
        }
        Pair pair = new Pair();
        pair.id = id;
        pair.roundId = round;
        pair.wanted = row.getInt("wanted");
        pair.held = row.getInt("held");
        pair.votes = row.getInt("votes");
        pair.firsts = row.getInt("firsts");
        pair.seconds = row.getInt("seconds");
        pair.ties = row.getInt("ties");
        pair.neithers = row.getInt("neithers");
        pair.settledAt = time(row, "settled_at");
        pair.droppedAt = time(row, "dropped_at");
        pairs.put(id, pair);
        return pair;
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
