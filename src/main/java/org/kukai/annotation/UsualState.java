package org.kukai.annotation;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.kukai.annotation.Assignment.State;

/** What {@link UsualStep} reads, decides about and writes: the entities of one vote, which Hibernate does not know of. */
final class UsualState {
    /**
     * The rater, the turn and the pair, locked in this order, and the round. A rater who acts in two tabs at once is told by
     * sums that were read before the lock and are out of date. The settings end
     * with the transaction: planning these statements anew for each vote, as the server would, takes longer than running them; and a plan that is
     * made while a table is still empty must not read all of it later.
     */
    static final String LOOK = """
            set local plan_cache_mode = force_generic_plan;
            set local enable_seqscan = off;
            select r.status, r.name, r.question, r.tags, r.guidelines_version, r.votes_per_pair, r.more_votes, r.settle_early,
                   r.votes_per_rater, r.votes_per_day, r.growing, r.pairs, r.attention_every, r.repeat_every,
                   t.id as rater, t.round_id, t.rater_id, t.part, t.votes as given, t.skips, t.check_votes, t.check_skips, t.settled, t.extra, t.turns, t.weight, t.guidelines_seen,
                   t.last_vote_at, t.streak, t.streak_since,
                   (select s.turns = t.turns and s.votes = t.votes and s.skips = t.skips and s.reached = t.reached
                    from participation s where s.id = t.id) as fresh, t.reached,
                   (select count(*) from assignment o
                    where o.round_id = t.round_id and o.rater_id = t.rater_id and o.state in ('HELD', 'LAPSED')
                      and o.id <> a.id and o.id is distinct from ?) as others,
                   a.kind, a.state, a.first_on_left, a.assigned_at,
                   p.id as pair, p.wanted, p.held, p.votes, p.firsts, p.seconds, p.ties, p.neithers, p.settled_at, p.dropped_at,
                   case when p.votes + 1 >= r.votes_per_pair or r.settle_early then (
                       select count(*) from (
                           select 1 from pair u where u.round_id = r.id and u.settled_at is null limit %d) few)
                   else %<d end as unsettled
            from assignment a
                 join participation t on t.round_id = a.round_id and t.rater_id = a.rater_id
                 join pair p on p.id = a.pair_id
                 join round r on r.id = a.round_id
            where a.id = ? and a.round_id = ? and a.rater_id = ?
            for no key update of t, a, p""".formatted(Settling.FEW);

    static final String WRITE = """
            with counted as (
                update pair set held = ?, votes = ?, firsts = ?, seconds = ?, ties = ?, neithers = ?, wanted = ?, settled_at = ?
                where id = ?),
            answered as (update assignment set state = ? where id = ?),
            cast_now as (
                insert into vote (assignment_id, round_id, pair_id, rater_id, choice, cast_at, millis, guidelines_version)
                values (?, ?, ?, ?, ?, ?, ?, ?)),
            shown as (
                update assignment set leased_until = ? where id = ? and round_id = ? and rater_id = ? and state = 'HELD'),
            next as (
                select p.* from pair p
                where p.round_id = ? and p.part = ? and p.position > ? and p.has_room
                  and not exists (select 1 from assignment a where a.pair_id = p.id and a.rater_id = ?)
                order by p.position limit 1 for no key update skip locked),
            given as (
                insert into assignment (id, round_id, pair_id, rater_id, turn, first_on_left, state, assigned_at, leased_until)
                select uuid7(), round_id, id, ?, ?, ?, 'HELD', ?, ? from next returning id),
            held as (update pair set held = pair.held + 1 from next where pair.id = next.id),
            walked as (
                update participation
                set votes = ?, skips = ?, settled = ?, extra = ?, last_vote_at = ?, streak = ?, streak_since = ?,
                    turns = turns + (select count(*) from next),
                    reached = coalesce((select position from next), reached)
                where id = ?)
            select given.id as assignment, q.text as prompt, one.text as first, other.text as second,
                   case when ? then (
                       select count(*) from (
                           select 1 from pair p
                           where p.round_id = next.round_id and p.part = next.part and p.position > next.position and p.has_room
                           limit %d) ahead)
                   else -1 end as ahead
            from next cross join given
                 join prompt q on q.id = next.prompt_id
                 join haiku one on one.id = next.first_id
                 join haiku other on other.id = next.second_id""".formatted(BlindPair.MANY);

    private final Round round = new Round();
    private final Participation rater = new Participation();
    private final Assignment turn = new Assignment();
    private final Pair pair = new Pair();
    private boolean alone;
    private int unsettled;
    private int millis;

    private UsualState() {}

    static UsualState read(ResultSet row) throws SQLException {
        UsualState state = new UsualState();
        state.readRound(row);
        state.readRater(row);
        state.readPair(row);
        state.turn.kind = TurnKind.valueOf(row.getString("kind"));
        state.turn.state = State.valueOf(row.getString("state"));
        state.turn.firstOnLeft = row.getBoolean("first_on_left");
        state.turn.assignedAt = at(row, "assigned_at");
        state.alone = row.getBoolean("fresh") && row.getInt("others") == 0;
        state.unsettled = row.getInt("unsettled");
        return state;
    }

    private void readRound(ResultSet row) throws SQLException {
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
    }

    private void readRater(ResultSet row) throws SQLException {
        rater.id = row.getObject("rater", UUID.class);
        rater.roundId = row.getObject("round_id", UUID.class);
        rater.raterId = row.getObject("rater_id", UUID.class);
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
        rater.lastVoteAt = atOrNull(row, "last_vote_at");
        rater.streak = row.getInt("streak");
        rater.streakSince = atOrNull(row, "streak_since");
    }

    private void readPair(ResultSet row) throws SQLException {
        pair.id = row.getObject("pair", UUID.class);
        pair.wanted = row.getInt("wanted");
        pair.held = row.getInt("held");
        pair.votes = row.getInt("votes");
        pair.firsts = row.getInt("firsts");
        pair.seconds = row.getInt("seconds");
        pair.ties = row.getInt("ties");
        pair.neithers = row.getInt("neithers");
        pair.settledAt = atOrNull(row, "settled_at");
        pair.droppedAt = atOrNull(row, "dropped_at");
    }

    /** Counts the vote; null when it is not a usual one, or might be the last of its round, and is left to the long way. */
    Voting.@Nullable Stored vote(Answer answer, Instant now) {
        boolean usual = alone
                && round.isOpen()
                && !round.rules.isLimited()
                && !rater.isExcluded()
                && turn.kind == TurnKind.ASKED
                && CheckSchedule.of(round, rater).kindOf(rater.turns + 1) == TurnKind.ASKED
                && turn.state == State.HELD;
        if (!usual) {
            return null;
        }
        millis = Voting.millis(turn, rater, answer, now);
        int change =
                Counting.count(turn, Voting.stateFor(answer.choice()), null, answer.choice(), pair, rater, round, now);
        if (change != 0 && !round.growing && unsettled < Settling.FEW) {
            return null;
        }
        return new Voting.Stored(Voting.Receipt.NEW, rater.goOn(now));
    }

    void bind(PreparedStatement write, Answer answer, @Nullable UUID shown, boolean left, Instant now, Instant until)
            throws SQLException {
        Values values = new Values(write);
        values.add(pair.held, pair.votes, pair.firsts, pair.seconds, pair.ties, pair.neithers, pair.wanted);
        values.add(pair.settledAt, pair.id, turn.state.name(), answer.assignment());
        values.add(
                answer.assignment(),
                rater.roundId,
                pair.id,
                rater.raterId,
                answer.choice().name(),
                now,
                millis);
        values.add(rater.guidelinesSeen == 0 ? null : rater.guidelinesSeen);
        values.add(until.plusMillis(1), shown, rater.roundId, rater.raterId);
        values.add(rater.roundId, rater.part, rater.reached, rater.raterId);
        values.add(rater.raterId, rater.turns + 1, left, now, until);
        values.add(rater.votes, rater.skips, rater.settled, rater.extra);
        values.add(rater.lastVoteAt, rater.streak, rater.streakSince, rater.id, shown == null);
    }

    Turn offer(ResultSet row, boolean firstOnLeft) throws SQLException {
        rater.nextTurn();
        int ahead = row.getInt("ahead");
        String first = row.getString("first");
        String second = row.getString("second");
        BlindPair next = new BlindPair(
                row.getObject("assignment", UUID.class),
                row.getString("prompt"),
                firstOnLeft ? first : second,
                firstOnLeft ? second : first,
                round.question,
                ahead < 0 ? 0 : Math.min(BlindPair.MANY, 1 + ahead + Checks.before(round, rater, ahead)));
        return new Turn.Offered(Turn.Standing.of(round, rater), next);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant atOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Binds parameters one after the other. */
    private static final class Values {
        private final PreparedStatement statement;
        private int bound;

        Values(PreparedStatement statement) {
            this.statement = statement;
        }

        void add(@Nullable Object... values) throws SQLException {
            for (Object value : values) {
                statement.setObject(++bound, value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
            }
        }
    }
}
