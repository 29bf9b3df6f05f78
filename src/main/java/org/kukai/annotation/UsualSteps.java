package org.kukai.annotation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A lot of usual steps in the caller's transaction: all that they are about is read and locked by one statement, decided here, and stored by one. No
 * statement waits for a lock, so that many votes in one transaction can neither hold each other up nor anybody else; whoever is locked out goes the
 * long way.
 */
final class UsualSteps {
    private final Connection connection;
    private final Instant now;
    private final Lease lease;
    private final UsualRows rows = new UsualRows();

    UsualSteps(Connection connection, Instant now, Lease lease) {
        this.connection = connection;
        this.now = now;
        this.lease = lease;
    }

    /** Takes the steps that are usual; empty for each of the others, in the order in which they were asked for. */
    List<Optional<Sitting.Half>> take(List<UsualStep.Asked> asked) throws SQLException {
        @Nullable UsualState[] taken = new UsualState[asked.size()];
        List<UsualState> states = withoutLasts(look(asked, taken));
        if (!states.isEmpty()) {
            walk(states);
            write(states);
        }
        Set<UsualState> done = new HashSet<>(states);
        List<Optional<Sitting.Half>> halves = new ArrayList<>();
        for (UsualState state : taken) {
            halves.add(state == null || !done.contains(state) ? Optional.empty() : Optional.of(half(state)));
        }
        return halves;
    }

    /** Reads and counts; of a rater who has sent two votes at once the second is left out. */
    private List<UsualState> look(List<UsualStep.Asked> asked, @Nullable UsualState[] taken) throws SQLException {
        List<UsualState> counted = new ArrayList<>();
        Set<UUID> raters = new HashSet<>();
        try (PreparedStatement look = connection.prepareStatement(UsualSql.LOOK)) {
            new Columns(connection, look)
                    .ids(asked, one -> one.answer().assignment())
                    .ids(asked, UsualStep.Asked::round)
                    .ids(asked, UsualStep.Asked::rater)
                    .ids(asked, UsualStep.Asked::shown);
            // The first result is that of the settings.
            look.execute();
            look.getMoreResults();
            try (ResultSet row = look.getResultSet()) {
                while (row.next()) {
                    int place = row.getInt("n") - 1;
                    UsualState state = rows.state(row, asked.get(place));
                    if (raters.add(state.rater.id) && state.count(now)) {
                        taken[place] = state;
                        counted.add(state);
                    }
                }
            }
        }
        return counted;
    }

    /** Leaves out the votes of rounds that may be over with one of them. */
    private List<UsualState> withoutLasts(List<UsualState> states) throws SQLException {
        Map<UUID, Integer> settling = new HashMap<>();
        for (UsualState state : states) {
            if (state.mayBeTheLast()) {
                settling.merge(state.round.id, 1, Integer::sum);
            }
        }
        for (Map.Entry<UUID, Integer> round : settling.entrySet()) {
            int enough = Settling.FEW + round.getValue();
            if (number(UsualSql.UNSETTLED, round.getKey(), enough) < enough) {
                states.removeIf(state -> state.round.id.equals(round.getKey()));
            }
        }
        return states;
    }

    /** Gives each rater the first pair on their way that has room when those before them have got theirs. */
    private void walk(List<UsualState> states) throws SQLException {
        List<UsualState> waiting = new ArrayList<>(states);
        Map<Way, Integer> walked = new HashMap<>();
        boolean more = true;
        while (more && !waiting.isEmpty()) {
            more = false;
            try (PreparedStatement walk = connection.prepareStatement(UsualSql.WALK)) {
                List<Stretch> stretches = Stretch.of(waiting, walked);
                new Columns(connection, walk)
                        .ids(waiting, state -> state.rater.raterId)
                        .ids(stretches, stretch -> stretch.way().round())
                        .numbers(stretches, stretch -> stretch.way().part())
                        .numbers(stretches, Stretch::behind)
                        .numbers(stretches, Stretch::pairs);
                try (ResultSet row = walk.executeQuery()) {
                    while (row.next()) {
                        more = true;
                        Pair pair = rows.offered(row);
                        PairTexts texts = UsualRows.texts(row);
                        walked.put(new Way(pair.roundId, pair.part), pair.position);
                        waiting.removeIf(state -> state.takes(pair, texts, lease, now));
                    }
                }
            }
        }
    }

    /** What raters walk along. */
    private record Way(UUID round, int part) {}

    /** So many pairs of a way behind a position: twice the pairs that the raters need who are there, if all have room for as many as usual. */
    private record Stretch(Way way, int behind, int pairs) {
        static List<Stretch> of(List<UsualState> waiting, Map<Way, Integer> walked) {
            Map<Way, Stretch> stretches = new HashMap<>();
            for (UsualState state : waiting) {
                Way way = new Way(state.rater.roundId, state.rater.part);
                int behind = Math.max(state.rater.reached, walked.getOrDefault(way, 0));
                stretches.merge(
                        way,
                        new Stretch(way, behind, 2),
                        (one, other) -> new Stretch(way, Math.min(one.behind, other.behind), one.pairs + 2));
            }
            Map<UUID, Integer> room = new HashMap<>();
            waiting.forEach(state -> room.put(state.round.id, state.round.votesPerPair));
            return stretches.values().stream()
                    .map(stretch -> new Stretch(
                            stretch.way,
                            stretch.behind,
                            1 + stretch.pairs / Objects.requireNonNull(room.get(stretch.way.round))))
                    .toList();
        }
    }

    private void write(List<UsualState> states) throws SQLException {
        Collection<Pair> changed = new LinkedHashSet<>();
        List<Assignment> given = new ArrayList<>();
        for (UsualState state : states) {
            changed.add(state.pair);
            Assignment next = state.next();
            if (next != null) {
                given.add(next);
                changed.add(rows.pair(next.pairId));
            }
        }
        List<Pair> pairs = List.copyOf(changed);
        List<UsualState> shown = states.stream()
                .filter(state -> state.isShownTooShort(lease, now))
                .toList();
        List<Vote> votes = states.stream().map(UsualState::vote).toList();
        List<Assignment> turns = states.stream().map(state -> state.turn).toList();
        List<Participation> raters = states.stream().map(state -> state.rater).toList();
        try (PreparedStatement write = connection.prepareStatement(UsualSql.WRITE)) {
            new Columns(connection, write)
                    .ids(pairs, pair -> pair.id)
                    .numbers(pairs, pair -> pair.held)
                    .numbers(pairs, pair -> pair.votes)
                    .numbers(pairs, pair -> pair.firsts)
                    .numbers(pairs, pair -> pair.seconds)
                    .numbers(pairs, pair -> pair.ties)
                    .numbers(pairs, pair -> pair.neithers)
                    .numbers(pairs, pair -> pair.wanted)
                    .times(pairs, pair -> pair.settledAt)
                    .ids(turns, turn -> turn.id)
                    .words(turns, turn -> turn.state)
                    .ids(shown, state -> state.asked.shown())
                    .times(shown, state -> lease.until(now, false))
                    .ids(votes, vote -> vote.assignmentId)
                    .ids(votes, vote -> vote.roundId)
                    .ids(votes, vote -> vote.pairId)
                    .ids(votes, vote -> vote.raterId)
                    .words(votes, vote -> vote.choice)
                    .times(votes, vote -> vote.castAt)
                    .numbers(votes, vote -> vote.millis)
                    .numbers(votes, vote -> vote.guidelinesVersion)
                    .ids(given, turn -> turn.id)
                    .ids(given, turn -> turn.roundId)
                    .ids(given, turn -> turn.pairId)
                    .ids(given, turn -> turn.raterId)
                    .numbers(given, turn -> turn.turn)
                    .flags(given, turn -> turn.firstOnLeft)
                    .words(given, turn -> turn.state)
                    .times(given, turn -> turn.assignedAt)
                    .times(given, turn -> turn.leasedUntil)
                    .ids(raters, rater -> rater.id)
                    .numbers(raters, rater -> rater.votes)
                    .numbers(raters, rater -> rater.skips)
                    .numbers(raters, rater -> rater.settled)
                    .numbers(raters, rater -> rater.extra)
                    .times(raters, rater -> rater.lastVoteAt)
                    .numbers(raters, rater -> rater.streak)
                    .times(raters, rater -> rater.streakSince)
                    .numbers(raters, rater -> rater.turns)
                    .numbers(raters, rater -> rater.reached);
            write.executeUpdate();
        }
    }

    private Sitting.Half half(UsualState state) throws SQLException {
        if (state.next() == null) {
            return new Sitting.Half(state.stored(), Optional.empty());
        }
        Participation rater = state.rater;
        int ahead = state.asked.shown() != null
                ? 0
                : number(UsualSql.AHEAD, rater.roundId, rater.part, rater.reached, BlindPair.MANY);
        return new Sitting.Half(state.stored(), Optional.of(state.offer(ahead)));
    }

    private int number(String sql, Object... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
