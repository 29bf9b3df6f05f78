package org.kukai.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.kukai.account.Account;
import org.kukai.annotation.Participation;
import org.kukai.annotation.RaterFinished;
import org.kukai.annotation.Round;
import org.kukai.annotation.RoundSettled;
import org.kukai.job.Jobs;

/**
 * Writes down what webhooks are to be told, in the transaction in which it happens: if that is rolled back, nobody is told. Nothing
 * is sent here.
 */
@ApplicationScoped
class Announcements {
    private final Jobs jobs;
    private final ObjectMapper json;
    private final Clock clock;

    Announcements(Jobs jobs, ObjectMapper json, Clock clock) {
        this.jobs = jobs;
        this.json = json;
        this.clock = clock;
    }

    void settled(@Observes RoundSettled settled) {
        List<Webhook> webhooks = Webhook.toldOf(Happening.ROUND_SETTLED);
        if (!webhooks.isEmpty()) {
            Map<String, Object> said = Map.of("round", round(Round.get(settled.round())));
            webhooks.forEach(webhook -> tell(webhook, Happening.ROUND_SETTLED, said));
        }
    }

    void finished(@Observes RaterFinished finished) {
        List<Webhook> webhooks = Webhook.toldOf(Happening.RATER_FINISHED);
        if (!webhooks.isEmpty()) {
            int votes = Participation.of(finished.round(), finished.rater()).orElseThrow().votes;
            Map<String, Object> said = Map.of(
                    "round",
                    round(Round.get(finished.round())),
                    "rater",
                    Map.of("name", Account.get(finished.rater()).name, "votes", votes));
            webhooks.forEach(webhook -> tell(webhook, Happening.RATER_FINISHED, said));
        }
    }

    /** Orders that a webhook is told something; the body's {@code id} is the delivery's. */
    Delivery tell(Webhook webhook, Happening happening, Map<String, Object> said) {
        Instant now = clock.instant();
        Delivery delivery = Delivery.order(webhook, happening, now);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", delivery.id);
        body.put("event", happening.spelled());
        body.put("at", now.toString());
        body.putAll(said);
        try {
            delivery.body = json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts and numbers is JSON", e);
        }
        jobs.schedule(DeliveryJob.KIND, delivery.id.toString(), now);
        return delivery;
    }

    private static Map<String, Object> round(Round round) {
        return Map.of("id", round.id, "name", round.name);
    }
}
