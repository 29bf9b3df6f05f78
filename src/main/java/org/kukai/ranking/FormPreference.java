package org.kukai.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.kukai.statistics.Interval;
import org.kukai.statistics.RankCorrelation;
import org.kukai.statistics.SignTest;
import org.kukai.statistics.Wilson;

/**
 * Whether people prefer the poem with the better form.
 *
 * @param gaps by how far the scores of the two poems of a pair differ, the smallest first; no pair of equal scores is here
 * @param all the same of all gaps together
 * @param correlation of the poems' scores with people's strengths, within prompts; empty when there is nothing to correlate
 * @param upsets where people prefer the incorrect poem to the correct one, by the most votes first
 */
public record FormPreference(List<Gap> gaps, Gap all, Optional<RankCorrelation> correlation, List<Upset> upsets) {
    private static final double LEVEL = 0.95;
    private static final int MOST_UPSETS = 20;
    private static final int CORRECT = 4;
    /** So many prompts, those with the most votes, are enough to correlate. */
    private static final int MOST_PROMPTS = 500;
    /** Strengths are computed step by step; what differs by less is as strong. */
    private static final double SAME = 1e-2;

    private static final String GAPS = """
            , told as (
                select abs(f.score - s.score) as gap,
                       case when f.score > s.score then c.firsts else c.seconds end as better, c.ties,
                       case when f.score > s.score then c.seconds else c.firsts end as worse
                from compared c join haiku f on f.id = c.first_id join haiku s on s.id = c.second_id
                where f.score <> s.score)
            select gap, sum(better), sum(ties), sum(worse),
                   count(*) filter (where better > worse), count(*) filter (where better < worse), count(*)
            from told group by gap order by gap""";

    private static final String UPSETS = """
            , told as (
                select c.prompt_id, case when f.score = :correct then c.firsts else c.seconds end as correct_votes, c.ties,
                       case when f.score = :correct then c.seconds else c.firsts end as other_votes,
                       case when f.score = :correct then f.id else s.id end as correct_id,
                       case when f.score = :correct then s.id else f.id end as other_id
                from compared c join haiku f on f.id = c.first_id join haiku s on s.id = c.second_id
                where (f.score = :correct) <> (s.score = :correct))
            select q.id, q.text, t.correct_id, one.text, t.other_id, other.text, other.score,
                   t.correct_votes, t.ties, t.other_votes
            from told t join prompt q on q.id = t.prompt_id
                        join haiku one on one.id = t.correct_id join haiku other on other.id = t.other_id
            where t.other_votes > t.correct_votes
            order by t.other_votes - t.correct_votes desc, t.correct_id, t.other_id limit :most""";

    /**
     * Pairs whose scores differ so far.
     *
     * @param gap how far, 1 to 4; 0 for all together
     * @param better votes for the poem with the better form
     * @param none votes for neither of the two
     * @param worse votes for the other
     * @param betterPairs pairs with more votes for the better form than for the other
     * @param worsePairs pairs with fewer
     * @param pairs all of them, those without a lead included
     */
    public record Gap(int gap, long better, long none, long worse, long betterPairs, long worsePairs, long pairs) {
        /** Of the pairs that have a lead, the share where the better form leads; pairs count once, whatever their votes. */
        public double share() {
            return betterPairs + worsePairs == 0 ? 0 : (double) betterPairs / (betterPairs + worsePairs);
        }

        /** Wilson's interval of that share, with 95 %. */
        public Interval interval() {
            return Wilson.interval((double) betterPairs, (double) (betterPairs + worsePairs), LEVEL);
        }

        /** How likely chance alone is as one-sided: the exact sign test over pairs. */
        public double p() {
            return SignTest.p(betterPairs, worsePairs);
        }

        private Gap plus(Gap other) {
            return new Gap(
                    0,
                    better + other.better,
                    none + other.none,
                    worse + other.worse,
                    betterPairs + other.betterPairs,
                    worsePairs + other.worsePairs,
                    pairs + other.pairs);
        }
    }

    /** A pair where people prefer the incorrect poem. */
    public record Upset(
            UUID prompt,
            String promptText,
            UUID correct,
            String correctText,
            UUID preferred,
            String preferredText,
            int preferredScore,
            long correctVotes,
            long none,
            long preferredVotes) {}

    static FormPreference of(Scope scope) {
        List<Gap> gaps = scope.query(GAPS).getResultList().stream()
                .map(row -> new Gap(
                        Numbers.whole(row[0]),
                        Numbers.whole(row[1]),
                        Numbers.whole(row[2]),
                        Numbers.whole(row[3]),
                        Numbers.whole(row[4]),
                        Numbers.whole(row[5]),
                        Numbers.whole(row[6])))
                .toList();
        List<Upset> upsets = scope
                .query(UPSETS)
                .setParameter("correct", CORRECT)
                .setParameter("most", MOST_UPSETS)
                .getResultList()
                .stream()
                .map(row -> new Upset(
                        (UUID) row[0],
                        (String) row[1],
                        (UUID) row[2],
                        (String) row[3],
                        (UUID) row[4],
                        (String) row[5],
                        Numbers.whole(row[6]),
                        Numbers.whole(row[7]),
                        Numbers.whole(row[8]),
                        Numbers.whole(row[9])))
                .toList();
        return new FormPreference(
                gaps, gaps.stream().reduce(new Gap(0, 0, 0, 0, 0, 0, 0), Gap::plus), correlation(scope), upsets);
    }

    private static Optional<RankCorrelation> correlation(Scope scope) {
        List<RankCorrelation.Stratum> strata = new ArrayList<>();
        for (PoemRanking prompt : PoemRanking.of(scope, 1, MOST_PROMPTS)) {
            strata.add(new RankCorrelation.Stratum(
                    prompt.poems().stream().map(poem -> (double) poem.score()).toList(),
                    prompt.poems().stream()
                            .map(poem -> Math.rint(poem.strength() / SAME) * SAME)
                            .toList()));
        }
        return RankCorrelation.of(strata);
    }
}
