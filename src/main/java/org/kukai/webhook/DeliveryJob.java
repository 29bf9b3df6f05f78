package org.kukai.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import org.kukai.job.JobHandler;
import org.kukai.job.JobPostponedException;
import org.kukai.llm.KeySafe;
import org.kukai.llm.ModelFailedException;
import org.kukai.webhook.Delivery.Attempted;

/**
 * Delivers one delivery: again and again with growing pauses until it is taken, or for the last time. A node that dies in
 * between makes another try it once more, so a receiver may see a delivery twice; its id tells.
 */
@ApplicationScoped
class DeliveryJob implements JobHandler {
    static final String KIND = "webhook-delivery";
    static final int TRIES = 8;
    private static final int GROWTH = 4;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private record Due(
            UUID id,
            String event,
            String body,
            UUID webhook,
            String url,
            @Nullable String secret) {}

    private final Sender sender;
    private final KeySafe safe;
    private final Clock clock;
    private final Duration firstPause;

    DeliveryJob(
            Sender sender,
            KeySafe safe,
            Clock clock,
            @ConfigProperty(name = "kukai.webhook.first-pause") Duration firstPause) {
        this.sender = sender;
        this.safe = safe;
        this.clock = clock;
        this.firstPause = firstPause;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(String instance) {
        UUID id = UUID.fromString(instance);
        Optional<Due> due = QuarkusTransaction.requiringNew().call(() -> due(id));
        if (due.isEmpty()) {
            return;
        }
        Due it = due.get();
        Attempted outcome = it.secret() == null
                ? new Attempted(
                        null, "Its secret was stored under another kukai.secret. Remove the webhook and make it anew.")
                : sender.send(it.id(), it.event(), it.url(), it.secret(), it.body());
        int tries = QuarkusTransaction.requiringNew().call(() -> note(it, outcome));
        if (tries > 0) {
            throw new JobPostponedException(pauseAfter(tries));
        }
    }

    private Optional<Due> due(UUID id) {
        return Delivery.waiting(id)
                .flatMap(delivery -> Webhook.find(delivery.webhookId)
                        .filter(webhook -> webhook.isEnabled() || delivery.event.equals(Happening.TEST.spelled()))
                        .or(() -> {
                            delivery.tried(
                                    new Attempted(null, "The webhook is disabled or removed."), true, clock.instant());
                            return Optional.empty();
                        })
                        .map(webhook -> new Due(
                                id, delivery.event, delivery.body, webhook.id, webhook.url, secretOf(webhook))));
    }

    private @Nullable String secretOf(Webhook webhook) {
        try {
            return safe.unlock(webhook.secretEncrypted, webhook.id);
        } catch (ModelFailedException e) {
            return null;
        }
    }

    /** Writes down what came of a try; gives the number of tries so far when another is to follow, else 0. */
    private int note(Due due, Attempted outcome) {
        Instant now = clock.instant();
        Delivery delivery = Delivery.waiting(due.id()).orElse(null);
        if (delivery == null) {
            return 0;
        }
        boolean test = delivery.event.equals(Happening.TEST.spelled());
        boolean last = test || outcome.isGone() || delivery.tries + 1 >= TRIES;
        delivery.tried(outcome, last, now);
        if (outcome.isGood()) {
            Webhook.find(due.webhook()).ifPresent(Webhook::reached);
        } else if (last && !test) {
            Webhook.find(due.webhook())
                    .ifPresent(webhook -> webhook.gaveUp(String.valueOf(outcome.problem()), outcome.isGone(), now));
        }
        return outcome.isGood() || last ? 0 : delivery.tries;
    }

    /** Grows fourfold from the first, up to six hours. */
    Duration pauseAfter(int tries) {
        Duration pause = firstPause;
        for (int i = 1; i < tries && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
            pause = pause.multipliedBy(GROWTH);
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
