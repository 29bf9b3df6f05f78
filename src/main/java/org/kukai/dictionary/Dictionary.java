package org.kukai.dictionary;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/** Sets counts for words and takes them back. Changes wait for each other, so that revisions are seen in their order. */
@ApplicationScoped
public class Dictionary {
    /** Every node holds all of them in memory. */
    public static final int MOST_WORDS = 50_000;

    static final int LONGEST_REASON = 500;

    /** What a decision did. */
    public enum Effect {
        ADDED,
        CHANGED,
        /** The same stood already; nothing was written. */
        UNCHANGED
    }

    private final Session entities;
    private final Event<DictionaryChanged> changed;
    private final Clock clock;

    Dictionary(Session entities, Event<DictionaryChanged> changed, Clock clock) {
        this.entities = entities;
        this.changed = changed;
        this.clock = clock;
    }

    /**
     * Sets the counts of a word from now on. Stored scores stay as they are until haiku are scored again.
     *
     * @throws RefusedException when the reason is missing or too long, or there are too many words
     */
    @Transactional
    public Effect set(OwnWord word, String reason, UUID by) {
        String why = reason(reason);
        long revision = lock() + 1;
        Optional<WordDecision> before = WordDecision.latest(word.word());
        Effect effect = effect(before, word, why);
        if (effect == Effect.ADDED) {
            refuseIfFull(1);
        }
        if (effect != Effect.UNCHANGED) {
            write(before, word.word(), word.counts(), why, by, revision);
            rise(revision);
        }
        return effect;
    }

    /**
     * Lets a word be counted as if nobody had decided about it; that is recorded.
     *
     * @param reason may be blank
     * @throws RefusedException when the word has no counts of its own
     */
    @Transactional
    public void takeBack(String word, String reason, UUID by) {
        String why = reason.isBlank() ? "Taken back" : reason(reason);
        long revision = lock() + 1;
        Optional<WordDecision> before = WordDecision.latest(word).filter(WordDecision::isSet);
        if (before.isEmpty()) {
            throw new RefusedException(
                    RefusedException.Kind.UNKNOWN, "“" + word + "” has no counts of this installation's own.");
        }
        write(before, word, null, why, by, revision);
        rise(revision);
    }

    /**
     * Puts back what stood before a decision, or nothing when that was the word's first.
     *
     * @throws RefusedException when something was decided about the word since
     */
    @Transactional
    public void undo(UUID decisionId, UUID by) {
        long revision = lock() + 1;
        WordDecision decision = WordDecision.findById(decisionId);
        if (!decision.isStanding()) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT,
                    "“" + decision.word + "” was decided anew since. Change its counts on its own page.");
        }
        List<Integer> before = decision.before().map(earlier -> earlier.counts).orElse(null);
        write(Optional.of(decision), decision.word, before, "Undone, as it was before", by, revision);
        rise(revision);
    }

    /** The present revision; whoever changes words next waits until this transaction has ended. */
    long lock() {
        return entities.createNativeQuery("select revision from dictionary for update", Long.class)
                .getSingleResult();
    }

    void rise(long revision) {
        entities.createNativeMutationQuery("update dictionary set revision = :revision, changed_at = :now")
                .setParameter("revision", revision)
                .setParameter("now", clock.instant())
                .executeUpdate();
        changed.fire(new DictionaryChanged());
    }

    void write(
            Optional<WordDecision> before,
            String word,
            @Nullable List<Integer> counts,
            String reason,
            UUID by,
            long revision) {
        before.ifPresent(decision -> decision.supersede(revision));
        WordDecision.make(word, counts, reason, by, clock.instant(), revision);
    }

    static Effect effect(Optional<WordDecision> before, OwnWord word, String reason) {
        return before.filter(WordDecision::isSet)
                .map(stands -> word.counts().equals(stands.counts) && reason.equals(stands.reason)
                        ? Effect.UNCHANGED
                        : Effect.CHANGED)
                .orElse(Effect.ADDED);
    }

    static void refuseIfFull(int more) {
        if (WordDecision.countOwn("") + more > MOST_WORDS) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT,
                    "An installation has at most " + MOST_WORDS
                            + " words of its own. Take back some that are not needed.");
        }
    }

    /** A reason without white space around it; a {@link RefusedException} when it says nothing or too much. */
    public static String reason(String given) {
        String reason = given.strip();
        if (reason.isEmpty()
                || reason.length() > LONGEST_REASON
                || reason.chars().anyMatch(Character::isISOControl)) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "Give a reason in one line of 1 to " + LONGEST_REASON
                            + " characters, so that others understand it.");
        }
        return reason;
    }

    /** When a word was last set or taken back, on any node. */
    @Transactional
    public Instant changedAt() {
        return entities.createNativeQuery("select changed_at from dictionary", Instant.class)
                .getSingleResult();
    }
}
