package org.kukai.prompt.writing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.prompt.Split;
import org.kukai.prompt.Wording;

/** Something a model wrote when it was asked for prompts, with the verdict on it. */
@Entity
public class WrittenPrompt extends PanacheEntityBase {
    /** Unicode code points; a refused text that is longer is kept in part. */
    private static final int LONGEST = 2_000;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    UUID runId;
    UUID callId;
    public String topic;
    public String text;
    String textKey;

    @Enumerated(EnumType.STRING)
    Split split;

    @Enumerated(EnumType.STRING)
    public WrittenState state;

    /** Why it was refused at first; stays when a person rescues it. */
    @Enumerated(EnumType.STRING)
    public @Nullable RefusalReason reason;

    /** The prompt or candidate that it is too much like. */
    public @Nullable String likeText;

    /** How much it is like that, 0 to 1. */
    public @Nullable Float likeness;

    /** Whether a person overruled the refusal. */
    public boolean rescued;

    /** The prompt it became. */
    public @Nullable UUID promptId;

    Instant createdAt;

    /** For Hibernate. */
    protected WrittenPrompt() {}

    static WrittenPrompt keep(
            UUID runId,
            UUID callId,
            String topic,
            String text,
            @Nullable RefusalReason fault,
            Optional<Likeness> like,
            Instant now) {
        WrittenPrompt written = new WrittenPrompt();
        written.runId = runId;
        written.callId = callId;
        written.topic = topic;
        written.text = shortened(text);
        written.textKey = Wording.keyOf(written.text);
        written.split = Split.drawnFor(topic);
        written.reason = fault == null && like.isPresent() ? RefusalReason.DUPLICATE : fault;
        written.state = written.reason == null ? WrittenState.KEPT : WrittenState.REFUSED;
        written.likeText = like.map(Likeness::text).orElse(null);
        written.likeness = like.map(Likeness::similarity).orElse(null);
        written.createdAt = now;
        written.persist();
        return written;
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }

    static WrittenPrompt of(UUID runId, UUID id) {
        return WrittenPrompt.<WrittenPrompt>find("runId = ?1 and id = ?2", runId, id)
                .firstResultOptional()
                .orElseThrow(() -> new RefusedException(
                        RefusedException.Kind.UNKNOWN, "There is no candidate " + id + " in this prompt run."));
    }

    /** Those of a run in the order in which they were written; without a state or a reason, of any. */
    public static List<WrittenPrompt> inOrder(
            UUID runId, Optional<WrittenState> state, Optional<RefusalReason> reason, int offset, int limit) {
        return WrittenPrompt.<WrittenPrompt>find(where(state, reason) + " order by id", values(runId, state, reason))
                .range(offset, offset + limit - 1)
                .list();
    }

    public static long count(UUID runId, Optional<WrittenState> state, Optional<RefusalReason> reason) {
        return count(where(state, reason), values(runId, state, reason));
    }

    private static String where(Optional<WrittenState> state, Optional<RefusalReason> reason) {
        List<String> parts = new ArrayList<>(List.of("runId = :run"));
        state.ifPresent(s -> parts.add("state = :state"));
        reason.ifPresent(r -> parts.add("reason = :reason"));
        return String.join(" and ", parts);
    }

    private static Map<String, Object> values(
            UUID runId, Optional<WrittenState> state, Optional<RefusalReason> reason) {
        Map<String, Object> values = new HashMap<>();
        values.put("run", runId);
        state.ifPresent(s -> values.put("state", s));
        reason.ifPresent(r -> values.put("reason", r));
        return values;
    }

    /** Keeps what was refused or dropped after all. */
    void rescue() {
        if (state == WrittenState.APPROVED || state == WrittenState.KEPT) {
            return;
        }
        Wording.of(text);
        rescued = rescued || state == WrittenState.REFUSED;
        state = WrittenState.KEPT;
    }

    /** Takes it out of what will be approved. */
    void drop() {
        if (state == WrittenState.APPROVED) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT,
                    "It is in the pool already. Remove the prompt itself there, as long as it has no haiku.");
        }
        if (state == WrittenState.KEPT) {
            state = WrittenState.DROPPED;
        }
    }

    public boolean isRescuable() {
        return state == WrittenState.REFUSED || state == WrittenState.DROPPED;
    }

    public boolean isDroppable() {
        return state == WrittenState.KEPT;
    }
}
