package org.kukai.account;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Counts failed attempts to sign in: per name (against guessing one password) and per address (against guessing names).
 * Right ones are free. Each node counts for itself.
 */
@ApplicationScoped
class SignInLimit {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final long LARGEST_TABLE = 100_000;

    private final int perName;
    private final int perOrigin;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(LARGEST_TABLE)
            .expireAfterAccess(WINDOW)
            .build();

    SignInLimit(
            @ConfigProperty(name = "kukai.sign-in.failures-per-name", defaultValue = "10") int perName,
            @ConfigProperty(name = "kukai.sign-in.failures-per-address", defaultValue = "100") int perOrigin) {
        this.perName = perName;
        this.perOrigin = perOrigin;
    }

    void check(String name, String origin) {
        for (Bucket bucket : List.of(byName(name), byOrigin(origin))) {
            if (bucket.getAvailableTokens() == 0) {
                long nanos = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
                throw new TooManyAttemptsException(Duration.ofNanos(nanos));
            }
        }
    }

    void failed(String name, String origin) {
        byName(name).tryConsume(1);
        byOrigin(origin).tryConsume(1);
    }

    void succeeded(String name) {
        buckets.invalidate(nameKey(name));
    }

    private Bucket byName(String name) {
        return buckets.get(nameKey(name), key -> bucket(perName));
    }

    private Bucket byOrigin(String origin) {
        return buckets.get("address " + origin, key -> bucket(perOrigin));
    }

    private static String nameKey(String name) {
        return "name " + name.strip().toLowerCase(Locale.ROOT);
    }

    private static Bucket bucket(int failures) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(failures).refillGreedy(failures, WINDOW))
                .build();
    }
}
