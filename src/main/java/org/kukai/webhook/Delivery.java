package org.kukai.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** One thing that one webhook is told, and what has come of it so far. */
@Entity
@Table(name = "webhook_delivery")
public class Delivery extends PanacheEntityBase {
    /** What has become of it. */
    public enum State {
        WAITING,
        DELIVERED,
        GIVEN_UP;

        public String spelled() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    public UUID webhookId;
    public String event;
    String body;

    @Enumerated(EnumType.STRING)
    public State state;

    public int tries;
    /** The last answer's HTTP status; null when there was no answer. */
    public @Nullable Integer status;
    /** What went wrong the last time; null when nothing has. */
    public @Nullable String problem;

    public Instant madeAt;
    public @Nullable Instant triedAt;

    /** For Hibernate. */
    protected Delivery() {}

    static Delivery order(Webhook webhook, Happening happening, Instant now) {
        Delivery delivery = new Delivery();
        delivery.webhookId = webhook.id;
        delivery.event = happening.spelled();
        delivery.body = "";
        delivery.state = State.WAITING;
        delivery.madeAt = now;
        delivery.persist();
        return delivery;
    }

    static Optional<Delivery> waiting(UUID id) {
        return Delivery.<Delivery>find("id = ?1 and state = ?2", id, State.WAITING)
                .firstResultOptional();
    }

    /** The last that a webhook was told or is to be told; one page, the first is 1. */
    public static List<Delivery> of(UUID webhook, int page, int size) {
        return Delivery.<Delivery>find("webhookId = ?1 order by id desc", webhook)
                .page(page - 1, size)
                .list();
    }

    void tried(Attempted outcome, boolean last, Instant now) {
        tries++;
        triedAt = now;
        status = outcome.status();
        problem = outcome.problem();
        if (outcome.isGood()) {
            state = State.DELIVERED;
        } else if (last) {
            state = State.GIVEN_UP;
        }
    }

    /** What came of one try: an answer's status, or what kept it from coming. */
    record Attempted(@Nullable Integer status, @Nullable String problem) {
        private static final int GONE = 410;

        boolean isGood() {
            return problem == null;
        }

        boolean isGone() {
            return status != null && status == GONE;
        }
    }
}
