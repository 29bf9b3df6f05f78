package org.kukai.haiku;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.kukai.prompt.Prompt;

/**
 * What a prompt has got so far.
 *
 * @param haiku how many candidates of any score
 * @param bestScore the highest of their scores, 0 to 4
 */
public record PromptTally(long haiku, int bestScore) {
    public static final PromptTally NOTHING = new PromptTally(0, 0);

    /** The tallies of those of the prompts that have haiku, by the prompt's id. */
    public static Map<UUID, PromptTally> of(List<Prompt> prompts) {
        return Haiku.getEntityManager()
                .createQuery(
                        "select h.prompt.id, count(*), max(h.score) from Haiku h where h.prompt in :prompts"
                                + " group by h.prompt.id",
                        Object[].class)
                .setParameter("prompts", prompts)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> (UUID) row[0],
                        row -> new PromptTally(((Number) row[1]).longValue(), ((Number) row[2]).intValue())));
    }
}
