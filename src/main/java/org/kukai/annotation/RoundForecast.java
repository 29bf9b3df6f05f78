package org.kukai.annotation;

import java.util.List;
import java.util.UUID;

import jakarta.persistence.EntityManager;

import org.jspecify.annotations.Nullable;

/**
 * What a round would be, before it is opened.
 *
 * @param pairs how many it would get, of those wanted
 * @param roughly whether that was told from some of the prompts, because there are very many; or, in an active round, depends on which
 *     poems are drawn when it is opened
 * @param least the votes needed when raters agree from the start
 * @param usual the votes needed when no pair gets more or fewer than usual
 * @param most the votes needed when every pair is split to the end
 * @param seconds how long one vote takes: the median of the latest votes of all rounds, or a guess while there are none
 * @param guessed whether it is one
 * @param ratersLeast how many different people it needs at least, each voting once on a pair
 * @param sample some of the pairs; in an active round first pairs of such poems as it might compare
 * @param active what an active round would compare; null of others
 */
public record RoundForecast(
        long pairs,
        boolean roughly,
        long least,
        long usual,
        long most,
        double seconds,
        boolean guessed,
        long ratersLeast,
        List<SamplePair> sample,
        @Nullable ActiveForecast active) {
    private static final int SAMPLE = 3;
    private static final int MANY_PROMPTS = 2000;
    private static final double GUESS = 15;
    private static final double MILLIS = 1000;

    /** A pair as raters would see it. */
    public record SamplePair(String prompt, String left, String right) {}

    public RoundForecast {
        sample = List.copyOf(sample);
    }

    /**
     * Looks at the haiku that there are.
     *
     * @throws NoPairsException when there is no pair at all
     */
    public static RoundForecast of(RoundDraft draft) {
        if (draft.pairing() == Pairing.ACTIVE) {
            return ofActive(draft);
        }
        EntityManager database = Round.getEntityManager();
        String seed = UUID.randomUUID().toString();
        long prompts = PairSampler.prompts(draft, database);
        List<Object[]> rows = PairSampler.sample(draft, seed, MANY_PROMPTS, SAMPLE, database);
        boolean roughly = !rows.isEmpty() && prompts > MANY_PROMPTS;
        if (rows.isEmpty() && prompts > MANY_PROMPTS) {
            rows = PairSampler.sample(draft, seed, Integer.MAX_VALUE, SAMPLE, database);
        }
        if (rows.isEmpty()) {
            throw new NoPairsException(draft.pairing(), draft.models());
        }
        long found = ((Number) rows.getFirst()[3]).longValue();
        long pairs = Math.min(draft.pairs(), roughly ? found * prompts / MANY_PROMPTS : found);
        List<SamplePair> sample = rows.stream()
                .map(row -> new SamplePair((String) row[0], (String) row[1], (String) row[2]))
                .toList();
        return of(draft, pairs, roughly, sample, null);
    }

    private static RoundForecast ofActive(RoundDraft draft) {
        UUID seed = UUID.randomUUID();
        ActiveExtent extent = ActiveExtent.of(draft);
        ActiveForecast active = ActiveForecast.of(draft, seed, MANY_PROMPTS, SAMPLE);
        boolean some = PairSampler.prompts(draft, Round.getEntityManager()) > MANY_PROMPTS;
        if (some && !extent.isMetBy(active)) {
            active = ActiveForecast.of(draft, seed, Integer.MAX_VALUE, SAMPLE);
            some = false;
        }
        if (active.poems() == 0) {
            throw new NoPairsException(draft.pairing(), draft.models());
        }
        boolean roughly = draft.rules().poems() != null && (some || depends(draft.pairs(), extent));
        return of(draft, Math.min(draft.pairs(), active.pairs()), roughly, active.first(), active);
    }

    /**
     * Whether it depends on which poems are drawn how many pairs there are: never when their number is not given, for then as many are
     * taken as the pairs want, or all.
     */
    private static boolean depends(int wanted, ActiveExtent extent) {
        long least = ActivePoems.pairs(ActivePoems.Order.FEWEST_POEMS_FIRST, extent);
        return least < wanted && least < ActivePoems.pairs(ActivePoems.Order.MOST_POEMS_FIRST, extent);
    }

    private static RoundForecast of(
            RoundDraft draft, long pairs, boolean roughly, List<SamplePair> sample, @Nullable ActiveForecast active) {
        int votes = draft.votesPerPair();
        RoundRules rules = draft.rules();
        double seconds = medianSeconds(Round.getEntityManager());
        return new RoundForecast(
                pairs,
                roughly,
                pairs * (rules.settleEarly() ? votes / 2 + 1 : votes),
                pairs * votes,
                pairs * (votes + rules.moreVotes()),
                Double.isNaN(seconds) ? GUESS : seconds,
                Double.isNaN(seconds),
                ratersLeast(pairs, votes, rules),
                sample,
                active);
    }

    /** How long one of so many raters is busy when pairs get their usual votes, in seconds. */
    public double secondsEach(int raters) {
        return usual * seconds / raters;
    }

    private static long ratersLeast(long pairs, int votes, RoundRules rules) {
        Integer limit = rules.votesPerRater();
        long ofPart = Math.ceilDiv(pairs, rules.parts());
        long byLimit = limit == null ? 0 : Math.ceilDiv(ofPart * votes, Math.min(limit, ofPart));
        return rules.parts() * Math.max(votes, byLimit);
    }

    private static double medianSeconds(EntityManager database) {
        Number millis = (Number) database.createNativeQuery("""
                        select percentile_cont(0.5) within group (order by millis)
                        from (select millis from vote where choice <> 'SKIP' order by assignment_id desc limit 5000) latest""").getSingleResult();
        return millis == null ? Double.NaN : millis.doubleValue() / MILLIS;
    }
}
