package org.kukai.annotation;

/** The statements of {@link UsualSteps}, each of them for many votes at once: what differs from vote to vote comes as arrays. */
final class UsualSql {
    /**
     * To plan these statements anew each time, as the server would, takes longer than running them; and a plan that is made while a table is still
     * empty must not read or hash all of it later. Ends with the transaction.
     */
    private static final String SETTINGS = """
            select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true),
                   set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true);
            """;

    /**
     * The rater, the turn and the pair of each vote, locked, and the round. What others have locked is left out, so that nobody waits for anybody
     * here. A rater who acts in two tabs at once is told by sums that were read before the lock and are out of date.
     */
    static final String LOOK = SETTINGS + """
            select asked.n,
                   r.id as round, r.status, r.name, r.question, r.tags, r.guidelines_version, r.votes_per_pair, r.more_votes, r.settle_early,
                   r.votes_per_rater, r.votes_per_day, r.growing, r.pairs, r.attention_every, r.repeat_every,
                   t.id as rater, t.part, t.reached, t.votes as given, t.skips, t.check_votes, t.check_skips, t.settled, t.extra, t.turns,
                   t.weight, t.guidelines_seen, t.last_vote_at, t.streak, t.streak_since,
                   (select s.turns = t.turns and s.votes = t.votes and s.skips = t.skips and s.reached = t.reached
                    from participation s where s.id = t.id) as fresh,
                   (select count(*) from assignment o
                    where o.round_id = t.round_id and o.rater_id = t.rater_id and o.state in ('HELD', 'LAPSED')
                      and o.id <> a.id and o.id is distinct from asked.shown) as others,
                   (select s.leased_until from assignment s
                    where s.id = asked.shown and s.round_id = t.round_id and s.rater_id = t.rater_id and s.state = 'HELD') as shown_until,
                   a.kind, a.state, a.first_on_left, a.assigned_at,
                   p.id as pair, p.wanted, p.held, p.votes, p.firsts, p.seconds, p.ties, p.neithers, p.settled_at, p.dropped_at
            from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[]) with ordinality as asked (assignment, round, rater, shown, n)
                 join assignment a on a.id = asked.assignment and a.round_id = asked.round and a.rater_id = asked.rater
                 join participation t on t.round_id = asked.round and t.rater_id = asked.rater
                 join pair p on p.id = a.pair_id
                 join round r on r.id = asked.round
            for no key update of t, a, p skip locked""";

    /** How many pairs of a round are unsettled; counting stops at the limit. */
    static final String UNSETTLED = """
            select count(*) from (select 1 from pair where round_id = ? and settled_at is null limit ?) few""";

    /** The next pairs with room on each way, locked, and which of the raters have had them; those that others hold locked are passed over. */
    static final String WALK = """
            select w.id, w.round_id, w.part, w.position, w.wanted, w.held, w.votes, w.firsts, w.seconds, w.ties, w.neithers, w.settled_at,
                   w.dropped_at, q.text as prompt, one.text as first, other.text as second,
                   array(select a.rater_id from assignment a where a.pair_id = w.id and a.rater_id = any (?::uuid[])) as had
            from unnest(?::uuid[], ?::int[], ?::int[], ?::int[]) as way (round_id, part, behind, pairs)
                 cross join lateral (
                     select p.* from pair p
                     where p.round_id = way.round_id and p.part = way.part and p.position > way.behind and p.has_room
                     order by p.position limit way.pairs for no key update skip locked) w
                 join prompt q on q.id = w.prompt_id
                 join haiku one on one.id = w.first_id
                 join haiku other on other.id = w.second_id
            order by w.position""";

    /** How many pairs are still ahead of a rater; counting stops at the limit. */
    static final String AHEAD = """
            select count(*) from (
                select 1 from pair p where p.round_id = ? and p.part = ? and p.position > ? and p.has_room limit ?) ahead""";

    /** Stores what was decided. */
    static final String WRITE = """
            with counted as (
                update pair
                set held = c.held, votes = c.votes, firsts = c.firsts, seconds = c.seconds, ties = c.ties, neithers = c.neithers,
                    wanted = c.wanted, settled_at = c.settled_at
                from unnest(?::uuid[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[], ?::timestamptz[])
                     as c (id, held, votes, firsts, seconds, ties, neithers, wanted, settled_at)
                where pair.id = c.id),
            answered as (
                update assignment set state = c.state from unnest(?::uuid[], ?::text[]) as c (id, state) where assignment.id = c.id),
            shown as (
                update assignment set leased_until = c.leased_until from unnest(?::uuid[], ?::timestamptz[]) as c (id, leased_until)
                where assignment.id = c.id),
            said as (
                insert into vote (assignment_id, round_id, pair_id, rater_id, choice, cast_at, millis, guidelines_version)
                select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::timestamptz[], ?::int[], ?::int[])),
            given as (
                insert into assignment (id, round_id, pair_id, rater_id, turn, first_on_left, state, assigned_at, leased_until)
                select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::int[], ?::boolean[], ?::text[], ?::timestamptz[], ?::timestamptz[]))
            update participation
            set votes = c.votes, skips = c.skips, settled = c.settled, extra = c.extra, last_vote_at = c.last_vote_at, streak = c.streak,
                streak_since = c.streak_since, turns = c.turns, reached = c.reached
            from unnest(?::uuid[], ?::int[], ?::int[], ?::int[], ?::int[], ?::timestamptz[], ?::int[], ?::timestamptz[], ?::int[], ?::int[])
                 as c (id, votes, skips, settled, extra, last_vote_at, streak, streak_since, turns, reached)
            where participation.id = c.id""";

    private UsualSql() {}
}
