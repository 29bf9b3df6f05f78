package org.kukai.annotation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.kukai.RefusedException;
import org.kukai.account.Account;
import org.kukai.job.Jobs;

/** What an admin does with rounds: the verbs of {@link Round}, and the order for background work that some of them need. */
@ApplicationScoped
public class Rounds {
    /** More pairs than this are chosen in the background: a million take a minute or two. */
    static final int AT_ONCE = 10_000;

    private final Jobs jobs;
    private final Clock clock;

    Rounds(Jobs jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Opens a round. A small one has its pairs at once; a large one gets them in a while, and then votes.
     *
     * @throws NoPairsException when there is no pair at all; nothing is stored then
     */
    @Transactional
    public Round open(RoundDraft draft, Account by) {
        Instant now = clock.instant();
        boolean later = draft.pairs() > AT_ONCE && draft.pairing() != Pairing.ACTIVE;
        if (later) {
            RoundForecast.of(draft);
        }
        return chosenBelow(later ? Round.announce(draft, by, now) : Round.open(draft, by, now));
    }

    /**
     * Opens a round that takes over what another one does beside asking: its reasons, its own practice pair, and how often it checks
     * raters. Attention pairs are not among it: raters of the other round have seen them.
     *
     * @throws NoPairsException when there is no pair at all; nothing is stored then
     * @throws RefusedException when there is no such other round
     */
    @Transactional
    public Round openLike(UUID other, RoundDraft draft, Account by) {
        Round example = Round.get(other);
        Round round = open(draft, by);
        round.tags = List.copyOf(example.tags);
        round.attentionEvery = example.attentionEvery;
        round.repeatEvery = example.repeatEvery;
        round.repeatGap = example.repeatGap;
        PracticePair.copy(example, round);
        return round;
    }

    /** Asks for more pairs of a round; they come in a moment. */
    @Transactional
    public Round add(UUID id, Pairing pairing, List<String> models, int pairs, Account by) {
        Round round = Round.get(id);
        PairBatch.add(round, pairing, models, pairs, by.id, clock.instant());
        return chosenBelow(round);
    }

    @Transactional
    public Round pause(UUID id, Account by) {
        Round round = Round.get(id);
        round.pause(by, clock.instant());
        return round;
    }

    @Transactional
    public Round resume(UUID id) {
        Round round = Round.get(id);
        round.resume(clock.instant());
        return chosenBelow(round);
    }

    @Transactional
    public Round close(UUID id, Account by) {
        Round round = Round.get(id);
        round.close(by, clock.instant());
        return round;
    }

    @Transactional
    public Round reopen(UUID id) {
        Round round = Round.get(id);
        round.reopen(clock.instant());
        return chosenBelow(round);
    }

    /**
     * Gives a rater a part of the round, whether or not they have come yet.
     *
     * @throws RefusedException when there is no such part, or no such rater
     */
    @Transactional
    public Round assign(UUID id, String rater, int part) {
        Round round = Round.get(id);
        if (part < 1 || part > round.rules.parts()) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    round.rules.parts() == 1
                            ? "This round has one part. Parts are asked for when a round is opened."
                            : "This round has the parts 1 to " + round.rules.parts() + "; given: " + part + ".");
        }
        Account account = Account.findByName(rater)
                .orElseThrow(() -> new RefusedException(
                        RefusedException.Kind.UNKNOWN,
                        "There is no account “" + rater + "”. Accounts lists them, and invitations make new ones."));
        Participation.lockOrJoin(id, account.id, clock.instant()).move(part);
        return round;
    }

    private Round chosenBelow(Round round) {
        if (round.growing) {
            jobs.schedule(PairsJob.KIND, round.id.toString(), clock.instant());
        }
        return round;
    }
}
