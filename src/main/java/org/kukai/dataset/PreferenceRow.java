package org.kukai.dataset;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * A row of the configuration {@code default}: TRL's conversational preference format with an explicit prompt
 * (<a href="https://huggingface.co/docs/trl/dataset_formats">TRL, dataset formats</a>), and where the preference comes from.
 * The columns are written in this order.
 *
 * @param votesTie votes that preferred neither poem to the other: for a tie, and for neither
 * @param agreement the chosen poem's share of what all votes count for; null when there are none
 * @param weightChosen what the votes for the chosen poem count for; less than their number where raters count for less
 * @param adjudicated whether an admin has decided, in place of the votes
 */
@JsonPropertyOrder({
    "prompt",
    "chosen",
    "rejected",
    "chosen_score",
    "rejected_score",
    "score_difference",
    "preference_source",
    "votes_chosen",
    "votes_rejected",
    "votes_tie",
    "agreement",
    "chosen_model",
    "rejected_model",
    "system",
    "prompt_id",
    "chosen_id",
    "rejected_id",
    "weight_chosen",
    "weight_rejected",
    "weight_tie",
    "adjudicated"
})
record PreferenceRow(
        List<Message> prompt,
        List<Message> chosen,
        List<Message> rejected,
        @JsonProperty("chosen_score") long chosenScore,
        @JsonProperty("rejected_score") long rejectedScore,
        @JsonProperty("score_difference") long scoreDifference,
        @JsonProperty("preference_source") String preferenceSource,
        @JsonProperty("votes_chosen") long votesChosen,
        @JsonProperty("votes_rejected") long votesRejected,
        @JsonProperty("votes_tie") long votesTie,
        @Nullable Double agreement,
        @JsonProperty("chosen_model") @Nullable String chosenModel,
        @JsonProperty("rejected_model") @Nullable String rejectedModel,
        @Nullable String system,
        @JsonProperty("prompt_id") String promptId,
        @JsonProperty("chosen_id") String chosenId,
        @JsonProperty("rejected_id") String rejectedId,
        @JsonProperty("weight_chosen") double weightChosen,
        @JsonProperty("weight_rejected") double weightRejected,
        @JsonProperty("weight_tie") double weightTie,
        boolean adjudicated) {

    /** One message of a conversation. */
    @JsonPropertyOrder({"role", "content"})
    record Message(String role, String content) {}

    private static final long NUMBER_BYTES = 8;
    private static final long OFFSET_BYTES = 4L;
    static final int NUMBERS = 10;

    static PreferenceRow of(Outcome.Preferred preference) {
        Poem chosen = preference.chosen();
        Poem rejected = preference.rejected();
        return new PreferenceRow(
                List.of(new Message("user", preference.pair().prompt())),
                List.of(new Message("assistant", chosen.text())),
                List.of(new Message("assistant", rejected.text())),
                chosen.score(),
                rejected.score(),
                chosen.score() - rejected.score(),
                preference.source().spelled(),
                preference.votesChosen(),
                preference.votesRejected(),
                preference.votesTie(),
                preference.pair().votes().total() == 0 ? null : preference.agreement(),
                chosen.author(),
                rejected.author(),
                chosen.system(),
                preference.pair().promptId().toString(),
                chosen.id().toString(),
                rejected.id().toString(),
                preference.weightChosen(),
                preference.weightRejected(),
                preference.weightTie(),
                preference.isAdjudicated());
    }

    /**
     * The row's size in memory as the card counts it, in the layout of Apache Arrow: 8 bytes a number, and for a text or a list its
     * content and an offset of 4 bytes. What is yes or no is a bit, and so is which numbers are null; {@link CardHeader} adds those for all rows.
     */
    long arrowBytes() {
        return (NUMBER_BYTES * NUMBERS)
                + arrowBytes(prompt)
                + arrowBytes(chosen)
                + arrowBytes(rejected)
                + arrowBytes(preferenceSource)
                + arrowBytes(chosenModel)
                + arrowBytes(rejectedModel)
                + arrowBytes(system)
                + arrowBytes(promptId)
                + arrowBytes(chosenId)
                + arrowBytes(rejectedId);
    }

    private static long arrowBytes(List<Message> messages) {
        return OFFSET_BYTES
                + messages.stream()
                        .mapToLong(m -> arrowBytes(m.role()) + arrowBytes(m.content()))
                        .sum();
    }

    private static long arrowBytes(@Nullable String text) {
        return OFFSET_BYTES + (text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length);
    }
}
