package org.kukai.ranking;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.kukai.annotation.Round;
import org.kukai.ranking.QualityFlag.Kind;
import org.kukai.ranking.RaterQuality.Count;
import org.kukai.statistics.Conformity.Seen;
import org.kukai.statistics.LowerTail;
import org.kukai.statistics.RaterTests;
import org.kukai.statistics.RaterTests.Answers;
import org.kukai.statistics.RaterTests.Verdict;

/**
 * How the raters of a round answer, those who are excluded too. Sides and agreement are tested by {@link RaterTests}, checks by
 * the same level: each test flags somebody in at most one of twenty rounds in which everybody answers honestly.
 */
public final class RoundQuality {
    /** A vote that comes sooner is fast: two short poems take about five seconds to read, and more than one to look at. */
    public static final Duration FAST = Duration.ofMillis(1500);

    /** What somebody who reads passes at least; slips are forgiven. */
    static final double ATTENTIVE = 0.9;

    /** How often somebody with a taste says the same again at least; close pairs may go either way. */
    static final double CONSISTENT = 0.7;

    private static final double FAST_SHARE = 0.5;
    private static final int FEW = 10;
    private static final double MILLIS = 1000;

    private static final String SQL = """
            with asked as (
                select s.rater_id, s.millis, s.choice, s.preferred,
                       p.firsts - case when s.weight > 0 and s.preferred = 'FIRST' then 1 else 0 end as firsts,
                       p.seconds - case when s.weight > 0 and s.preferred = 'SECOND' then 1 else 0 end as seconds
                from said_vote s join pair p on p.id = s.pair_id where s.round_id = :round),
            own as (
                select rater_id, count(*) as votes, percentile_cont(0.5) within group (order by millis) as median,
                       count(*) filter (where millis < :fast) as fast,
                       count(*) filter (where choice = 'LEFT') as lefts, count(*) filter (where choice = 'RIGHT') as rights,
                       count(*) filter (where preferred in ('FIRST', 'SECOND') and firsts <> seconds) as compared,
                       count(*) filter (where preferred = case when firsts > seconds then 'FIRST' when seconds > firsts then 'SECOND' end)
                           as agreeing
                from asked group by rater_id),
            checked as (
                select v.rater_id,
                       count(*) filter (where v.kind = 'ATTENTION') as attention,
                       count(*) filter (where v.kind = 'ATTENTION' and v.choice in ('LEFT', 'RIGHT')
                                              and (v.choice = 'LEFT') = a.first_on_left) as passed,
                       count(*) filter (where v.kind = 'REPEAT' and o.choice <> 'SKIP') as repeats,
                       count(*) filter (where v.kind = 'REPEAT' and case
                           when v.choice in ('LEFT', 'RIGHT') and o.choice in ('LEFT', 'RIGHT')
                               then ((v.choice = 'LEFT') = a.first_on_left) = ((o.choice = 'LEFT') = b.first_on_left)
                           else v.choice = o.choice end) as same
                from vote v join assignment a on a.id = v.assignment_id
                     left join vote o on v.kind = 'REPEAT' and o.pair_id = v.pair_id and o.rater_id = v.rater_id and o.kind = 'ASKED'
                     left join assignment b on b.id = o.assignment_id
                where v.round_id = :round and v.kind <> 'ASKED' and v.choice <> 'SKIP' group by v.rater_id)
            select a.id, a.name, r.weight, coalesce(own.votes, 0), own.median, coalesce(own.fast, 0), coalesce(own.lefts, 0),
                   coalesce(own.rights, 0), coalesce(own.agreeing, 0), coalesce(own.compared, 0), coalesce(c.passed, 0),
                   coalesce(c.attention, 0), coalesce(c.same, 0), coalesce(c.repeats, 0)
            from participation r join account a on a.id = r.rater_id
                 left join own on own.rater_id = r.rater_id left join checked c on c.rater_id = r.rater_id
            where r.round_id = :round order by coalesce(own.votes, 0) desc, a.name, a.id""";

    private static final Verdict NOTHING_ODD = new Verdict(1, 1);

    private RoundQuality() {}

    /** Everybody who has come to the round, the busiest first. */
    public static List<RaterQuality> of(Round round) {
        List<RaterQuality> plain = Round.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(SQL, Object[].class)
                .setParameter("round", round.id)
                .setParameter("fast", FAST.toMillis())
                .getResultStream()
                .map(row -> plain(row))
                .toList();
        return judged(plain, SeenVotes.of(round));
    }

    /** The same raters with what their votes count for now. */
    static List<RaterQuality> weighed(UUID round, List<RaterQuality> raters) {
        Map<UUID, BigDecimal> weights = new HashMap<>();
        Round.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("select rater_id, weight from participation where round_id = :round", Object[].class)
                .setParameter("round", round)
                .getResultList()
                .forEach(row -> weights.put((UUID) row[0], (BigDecimal) row[1]));
        return raters.stream()
                .map(rater -> rater.with(weights.getOrDefault(rater.id(), rater.weight())))
                .toList();
    }

    private static RaterQuality plain(@Nullable Object[] row) {
        long left = number(row[6]);
        Number median = (Number) row[4];
        return new RaterQuality(
                (UUID) row[0],
                (String) row[1],
                (BigDecimal) row[2],
                number(row[3]),
                median == null ? null : median.doubleValue() / MILLIS,
                number(row[5]),
                new Count(left, left + number(row[7])),
                NOTHING_ODD,
                new Count(number(row[10]), number(row[11])),
                new Count(number(row[12]), number(row[13])),
                new Count(number(row[8]), number(row[9])),
                List.of());
    }

    /** The same with what is odd about them, seen among all of them; {@code seen} holds what they said beside others. */
    static List<RaterQuality> judged(List<RaterQuality> raters, Map<UUID, List<Seen>> seen) {
        List<Verdict> verdicts = RaterTests.of(raters.stream()
                .map(r -> new Answers(
                        r.left().hits(), r.left().of() - r.left().hits(), seen.getOrDefault(r.id(), List.of())))
                .toList());
        List<Double> attention = RaterTests.together(raters, r -> tooFew(r.attention(), ATTENTIVE));
        List<Double> repeats = RaterTests.together(raters, r -> tooFew(r.repeats(), CONSISTENT));
        List<RaterQuality> judged = new ArrayList<>();
        for (int i = 0; i < raters.size(); i++) {
            RaterQuality rater = raters.get(i);
            Verdict verdict = verdicts.get(i);
            List<QualityFlag> flags = new ArrayList<>();
            if (verdict.isOneSided()) {
                flags.add(flag(Kind.ONE_SIDED, "chose the left side", rater.left(), verdict.side()));
            }
            if (RaterTests.isOdd(attention.get(i))) {
                flags.add(flag(Kind.MISSES_ATTENTION, "passed", rater.attention(), attention.get(i)));
            }
            if (RaterTests.isOdd(repeats.get(i))) {
                flags.add(flag(Kind.INCONSISTENT, "said the same again", rater.repeats(), repeats.get(i)));
            }
            if (verdict.isApart()) {
                flags.add(flag(Kind.APART, "chose as most others did", rater.agreement(), verdict.agreement()));
            }
            if (rater.votes() >= FEW && rater.fast() >= FAST_SHARE * rater.votes()) {
                flags.add(new QualityFlag(
                        Kind.TOO_FAST,
                        rater.fast() + " of " + rater.votes() + " votes within " + FAST.toMillis() / MILLIS + " s"));
            }
            judged.add(rater.with(verdict, flags));
        }
        return judged;
    }

    private static double tooFew(Count count, double chance) {
        return LowerTail.of(count.hits(), count.of(), chance);
    }

    private static QualityFlag flag(Kind kind, String what, Count count, double p) {
        String probability = p < 0.0001 ? "p < 0.0001" : String.format(Locale.ROOT, "p = %.4f", p);
        return new QualityFlag(kind, what + " in " + count.hits() + " of " + count.of() + ", " + probability);
    }

    private static long number(@Nullable Object value) {
        return value == null ? 0 : ((Number) value).longValue();
    }
}
