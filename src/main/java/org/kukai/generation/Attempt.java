package org.kukai.generation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/** One sample of one prompt by one model in one run, from its first answer on: what came of it, and what it took. */
@Entity
public class Attempt extends PanacheEntityBase {
    @Id
    public UUID id;

    public UUID runId;
    public UUID promptId;

    /** Which of the run's models was asked; see {@link RunModel}. */
    public short modelPlace;

    /** 0 for the first sample of the prompt. */
    public int sample;

    @Enumerated(EnumType.STRING)
    public AttemptState state;

    /** Why it failed; while it is planned, why the last try did. */
    public @Nullable String reason;

    /** How many calls were made for it. */
    public int tries;

    /** How many of them the server asked to slow down for. */
    public int slowdowns;

    @Nullable
    Instant notBefore;

    /** Who is about to try it again. */
    @Nullable
    UUID worker;

    /** The last answer as it came, a candidate or not; {@link AttemptTry} has those before. */
    public @Nullable String raw;

    public @Nullable String finishReason;
    public @Nullable String requestId;
    public @Nullable Integer latencyMillis;
    public int promptTokens;
    public int completionTokens;

    /** What the server counted for the last answer where that cannot be, in a sentence. */
    public @Nullable String countNote;

    public @Nullable UUID haikuId;
    public @Nullable Instant finishedAt;

    /** For Hibernate. */
    protected Attempt() {}

    /** The attempt of that id; a {@link RefusedException} when there is none. */
    public static Attempt byId(UUID id) {
        return Attempt.<Attempt>findByIdOptional(id)
                .orElseThrow(
                        () -> new RefusedException(RefusedException.Kind.UNKNOWN, "There is no attempt " + id + "."));
    }

    /** The attempt that became this haiku; empty when it was not generated here. */
    public static Optional<UUID> idOfHaiku(UUID haikuId) {
        return Attempt.<Attempt>find("haikuId", haikuId).firstResultOptional().map(attempt -> attempt.id);
    }

    /** Those of a run in these states, in the order of their prompts. */
    public static List<Attempt> inStates(UUID runId, Set<AttemptState> states, int offset, int limit) {
        return Attempt.<Attempt>find("runId = ?1 and state in ?2 order by promptId, modelPlace, sample", runId, states)
                .range(offset, offset + limit - 1)
                .list();
    }

    public static long countInStates(UUID runId, Set<AttemptState> states) {
        return count("runId = ?1 and state in ?2", runId, states);
    }
}
