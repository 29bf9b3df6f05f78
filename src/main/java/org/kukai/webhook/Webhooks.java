package org.kukai.webhook;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.kukai.RefusedException;
import org.kukai.account.Account;
import org.kukai.llm.KeySafe;

/** Makes webhooks, tests, enables and removes them. */
@ApplicationScoped
public class Webhooks {
    private static final int SECRET_BYTES = 32;
    private static final int MOST = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeySafe safe;
    private final Announcements announcements;
    private final Clock clock;

    Webhooks(KeySafe safe, Announcements announcements, Clock clock) {
        this.safe = safe;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** A new webhook and the secret that signs what it is sent; the secret is told this once. */
    public record Made(Webhook webhook, String secret) {}

    /**
     * Makes one.
     *
     * @throws RefusedException when the address may not be called, no event is chosen, or there are very many
     */
    @Transactional
    public Made make(String url, List<String> events, Account by) {
        Set<Happening> chosen = EnumSet.noneOf(Happening.class);
        events.forEach(event -> chosen.add(Happening.ofSpelled(event)));
        if (chosen.isEmpty()) {
            throw new RefusedException(RefusedException.Kind.INVALID, "Choose at least one event that it is told of.");
        }
        if (Webhook.all().size() >= MOST) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT, "There are " + MOST + " webhooks already. Remove one first.");
        }
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        UUID id = UUID.randomUUID();
        Webhook webhook = Webhook.make(id, Webhook.checked(url), safe.lock(secret, id), chosen, by, clock.instant());
        return new Made(webhook, secret);
    }

    /** Sends it a test, once and also while it is disabled; the delivery tells what came of it. */
    @Transactional
    public Delivery test(UUID id) {
        return announcements.tell(Webhook.get(id), Happening.TEST, Map.of("message", "Kukai can reach you."));
    }

    /** Sends again to one that was disabled. What was given up meanwhile is not sent anew. */
    @Transactional
    public void enable(UUID id) {
        Webhook webhook = Webhook.get(id);
        if (webhook.isEnabled()) {
            throw new RefusedException(RefusedException.Kind.CONFLICT, "This webhook is enabled already.");
        }
        webhook.enable();
    }

    @Transactional
    public void remove(UUID id) {
        Webhook.get(id).remove(clock.instant());
    }
}
