package org.kukai.generation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.kukai.haiku.Haiku;
import org.kukai.haiku.Verdict;
import org.kukai.prompt.Prompt;

/**
 * The table of attempts. Everything here is one short transaction, and each change holds only while the attempt is still planned: an answer
 * that comes twice, or after its run was cancelled, changes nothing.
 */
@ApplicationScoped
class Attempts {
    /** Longer than any call takes; a worker that is started afresh releases its predecessor's claims anyway. */
    private static final Duration CLAIM = Duration.ofMinutes(30);

    // What a call took adds up over the tries; the answer is that of the last.
    private static final String TOOK =
            ", tries = tries + 1, raw = ?5, finishReason = ?6, requestId = ?7, latencyMillis = ?8,"
                    + " promptTokens = promptTokens + ?9, completionTokens = completionTokens + ?10,"
                    + " slowdowns = slowdowns + ?11";

    private final Session entities;
    private final TransactionSynchronizationRegistry transaction;
    private final Clock clock;

    Attempts(Session entities, TransactionSynchronizationRegistry transaction, Clock clock) {
        this.entities = entities;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Makes the attempts of a run, all in one statement; those that are there stay. */
    @Transactional(Transactional.TxType.MANDATORY)
    void plan(UUID run) {
        entities.createNativeMutationQuery("""
                        insert into attempt (id, run_id, prompt_id, sample, state)
                        select uuid7(), c.run_id, c.prompt_id, s, 'PLANNED'
                        from run r join run_prompt c on c.run_id = r.id
                        cross join generate_series(0, r.samples_per_prompt - 1) s
                        where r.id = :run
                        on conflict do nothing""").setParameter("run", run).executeUpdate();
    }

    /** Takes up to so many attempts that are due, unless the run has left this turn. */
    @Transactional
    List<Claim> claim(UUID run, int turn, int most) {
        Instant now = clock.instant();
        List<?> rows = entities.createNativeQuery("""
                        with due as (
                            select id from attempt
                            where run_id = :run and state = 'PLANNED'
                              and (not_before is null or not_before <= :now)
                              and (claimed_until is null or claimed_until < :now)
                              and exists (select 1 from run where id = :run and turn = :turn and status = 'RUNNING')
                            order by prompt_id, sample limit :most for update skip locked)
                        update attempt a set claimed_until = :until from due, prompt p
                        where a.id = due.id and p.id = a.prompt_id
                        returning a.id, a.prompt_id, p.text, a.sample, a.tries, a.slowdowns""", Object[].class)
                .setParameter("run", run)
                .setParameter("turn", turn)
                .setParameter("now", now)
                .setParameter("until", now.plus(CLAIM))
                .setParameter("most", most)
                .getResultList();
        return rows.stream().map(row -> claim((Object[]) row)).toList();
    }

    private static Claim claim(Object... row) {
        return new Claim((UUID) row[0], (UUID) row[1], (String) row[2], (int) row[3], (int) row[4], (int) row[5]);
    }

    /** How long until an attempt that waits is due; zero when one is due now, or when none waits. */
    @Transactional
    Duration untilNextDue(UUID run) {
        Instant now = clock.instant();
        Object due = entities.createNativeQuery(
                        "select min(not_before) from attempt where run_id = :run and state = 'PLANNED'"
                                + " and not_before > :now and claimed_until is null",
                        Instant.class)
                .setParameter("run", run)
                .setParameter("now", now)
                .getSingleResultOrNull();
        return due == null ? Duration.ZERO : Duration.between(now, (Instant) due);
    }

    /** Gives back what was claimed for a run, by a worker that is no more. */
    @Transactional(Transactional.TxType.MANDATORY)
    void releaseAll(UUID run) {
        Attempt.update(
                "claimedUntil = null where runId = ?1 and state = ?2 and claimedUntil is not null",
                run,
                AttemptState.PLANNED);
    }

    /** Gives back what was claimed and not begun. */
    @Transactional
    void release(Collection<UUID> attempts) {
        Attempt.update("claimedUntil = null where id in ?1 and state = ?2", attempts, AttemptState.PLANNED);
    }

    /**
     * Keeps the answer as a haiku: both or neither.
     *
     * @return whether it was kept; else the attempt had ended before
     */
    @Transactional
    boolean keep(Claim claim, Answer answer, Verdict verdict, String scorer) {
        Instant now = clock.instant();
        Haiku haiku = Haiku.keep(entities.getReference(Prompt.class, claim.promptId()), verdict, scorer, now);
        entities.flush();
        int ended = end(claim, answer, AttemptState.COMPLETED, null, haiku.id, now);
        if (ended == 0) {
            transaction.setRollbackOnly();
        }
        return ended == 1;
    }

    /** Gives the attempt up, for a reason in plain words. */
    @Transactional
    void fail(Claim claim, Answer answer, String reason) {
        end(claim, answer, AttemptState.FAILED, Answer.storable(reason), null, clock.instant());
    }

    private static int end(
            Claim claim,
            Answer answer,
            AttemptState state,
            @Nullable String reason,
            @Nullable UUID haiku,
            Instant now) {
        return Attempt.update(
                "state = ?1, reason = ?2, haikuId = ?3, finishedAt = ?4, claimedUntil = null, notBefore = null" + TOOK
                        + " where id = ?12 and state = ?13",
                state,
                reason,
                haiku,
                now,
                answer.raw(),
                answer.finishReason(),
                answer.requestId(),
                answer.latencyMillis(),
                answer.promptTokens(),
                answer.completionTokens(),
                answer.slowdowns(),
                claim.attempt(),
                AttemptState.PLANNED);
    }

    /** Has the attempt tried again after a pause; the reason says what went wrong this time. */
    @Transactional
    void tryAgain(Claim claim, Answer answer, String reason, Duration pause) {
        Attempt.update(
                "reason = ?3, notBefore = ?4, claimedUntil = null" + TOOK + " where id = ?1 and state = ?2",
                claim.attempt(),
                AttemptState.PLANNED,
                Answer.storable(reason),
                clock.instant().plus(pause),
                answer.raw(),
                answer.finishReason(),
                answer.requestId(),
                answer.latencyMillis(),
                answer.promptTokens(),
                answer.completionTokens(),
                answer.slowdowns());
    }
}
