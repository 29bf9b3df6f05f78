package org.kukai.annotation;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.kukai.annotation.ActivePoems.Poem;
import org.kukai.annotation.RoundForecast.SamplePair;
import org.kukai.statistics.ActivePairing;

/**
 * What an active round would compare.
 *
 * @param poems how many, of so many prompts
 * @param pairs how many pairs they have in all
 * @param votes about how many are needed until the order within prompts is nearly the one of endlessly many votes: {@link
 *     ActivePairing#votesPerItem}
 * @param first the pairs that would be asked first, chosen as the round would choose them
 */
public record ActiveForecast(int poems, int prompts, long pairs, long votes, List<SamplePair> first) {
    public ActiveForecast {
        first = List.copyOf(first);
    }

    static ActiveForecast of(RoundDraft draft, UUID seed, int promptsLookedAt, int shown) {
        List<Poem> poems = ActivePoems.supposing(seed.toString(), ActiveExtent.of(draft), promptsLookedAt);
        int[] groups = ActivePoems.groups(poems);
        int prompts = Arrays.stream(groups).max().orElse(-1) + 1;
        long[] sizes = new long[prompts];
        Arrays.stream(groups).forEach(group -> sizes[group]++);
        return new ActiveForecast(
                poems.size(),
                prompts,
                Arrays.stream(sizes).map(size -> size * (size - 1) / 2).sum(),
                Math.round(poems.size() * ActivePairing.votesPerItem(draft.votesPerPair())),
                ActivePairs.pairing(draft.votesPerPair(), seed).next(groups, List.of(), shown).stream()
                        .map(couple -> texts(poems.get(couple.first()), poems.get(couple.second())))
                        .toList());
    }

    private static SamplePair texts(Poem one, Poem other) {
        Object[] row = (Object[]) Round.getEntityManager()
                .createNativeQuery("""
                        select q.text, one.text, other.text
                        from haiku one join haiku other on other.id = :other join prompt q on q.id = one.prompt_id
                        where one.id = :one""", Object[].class)
                .setParameter("one", one.id())
                .setParameter("other", other.id())
                .getSingleResult();
        return new SamplePair((String) row[0], (String) row[1], (String) row[2]);
    }
}
