package org.kukai.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Account;
import org.kukai.llm.Endpoint;

/**
 * The address of a program that is told when something happens. It may be on this machine, in its network or outside, as model
 * servers may, but not where clouds hand out credentials. After several deliveries in a row that were given up it is
 * disabled until an admin enables it again.
 */
@Entity
public class Webhook extends PanacheEntityBase {
    /** Deliveries in a row that may be given up before nothing more is sent. */
    static final int PATIENCE = 3;

    private static final int LONGEST = 500;

    @Id
    public UUID id;

    public String url;
    byte[] secretEncrypted;
    public List<String> events;
    UUID madeBy;
    public Instant madeAt;
    int givenUp;
    public @Nullable Instant disabledAt;
    public @Nullable String disabledReason;

    @Nullable
    Instant removedAt;

    /** For Hibernate. */
    protected Webhook() {}

    /**
     * The address, checked.
     *
     * @throws RefusedException when it is none that may be called
     */
    static String checked(String given) {
        String url = given.strip();
        URI uri;
        try {
            uri = new URI(url.length() > LONGEST ? "" : url);
        } catch (URISyntaxException e) {
            throw refuse("it is not a URL");
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw refuse("it must begin with http:// or https:// and have at most " + LONGEST + " characters");
        }
        if (uri.getHost() == null || uri.getHost().isEmpty() || uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw refuse("it names no host, or no port that there is");
        }
        if (uri.getUserInfo() != null || uri.getFragment() != null) {
            throw refuse("it may hold no name, no password and no #");
        }
        String problem = Endpoint.problemOfHost(uri.getHost());
        if (problem != null) {
            throw refuse(problem);
        }
        return url;
    }

    static Webhook make(UUID id, String url, byte[] secret, Set<Happening> events, Account by, Instant now) {
        Webhook webhook = new Webhook();
        webhook.id = id;
        webhook.url = url;
        webhook.secretEncrypted = secret;
        webhook.events = events.stream().map(Happening::spelled).sorted().toList();
        webhook.madeBy = by.id;
        webhook.madeAt = now;
        webhook.persist();
        return webhook;
    }

    /**
     * The webhook of that id.
     *
     * @throws RefusedException when there is none, or it was removed
     */
    public static Webhook get(UUID id) {
        return Webhook.<Webhook>find("id = ?1 and removedAt is null", id)
                .<Webhook>firstResultOptional()
                .orElseThrow(
                        () -> new RefusedException(RefusedException.Kind.UNKNOWN, "There is no webhook " + id + "."));
    }

    static Optional<Webhook> find(UUID id) {
        return Webhook.<Webhook>find("id = ?1 and removedAt is null", id).firstResultOptional();
    }

    /** All that were not removed, the newest first. */
    public static List<Webhook> all() {
        return list("removedAt is null order by madeAt desc, id");
    }

    /** Those that have been disabled because they could not be reached. */
    public static long countDisabled() {
        return count("removedAt is null and disabledAt is not null");
    }

    static List<Webhook> toldOf(Happening happening) {
        return all().stream()
                .filter(webhook -> webhook.isEnabled() && webhook.events.contains(happening.spelled()))
                .toList();
    }

    public boolean isEnabled() {
        return disabledAt == null;
    }

    void reached() {
        givenUp = 0;
    }

    /** A delivery was given up; after too many in a row, or when the receiver says that it is gone, nothing more is sent. */
    void gaveUp(String problem, boolean gone, Instant now) {
        givenUp++;
        if (isEnabled() && (gone || givenUp >= PATIENCE)) {
            disabledAt = now;
            disabledReason = gone
                    ? "It answered 410: gone."
                    : PATIENCE + " deliveries in a row failed, the last with: " + problem;
        }
    }

    void enable() {
        disabledAt = null;
        disabledReason = null;
        givenUp = 0;
    }

    void remove(Instant now) {
        removedAt = now;
    }

    private static RefusedException refuse(String why) {
        return new RefusedException(
                RefusedException.Kind.INVALID,
                "This address cannot be used: " + why + ". An example: https://example.org/hooks/kukai");
    }
}
