package org.kukai.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Counts failed attempts to sign in. Right ones are free. There are three limits, each refilled evenly over five minutes:
 *
 * <ul>
 *   <li>for one name from one address, against guessing a password;
 *   <li>for one address, against guessing names;
 *   <li>for one name from all addresses together, against guessing from many machines. This one holds only for addresses
 *       from which that name has not signed in before, so that nobody can be locked out of their usual place by a stranger
 *       who knows their name.
 * </ul>
 *
 * <p>Each node counts for itself and forgets with a restart.
 */
@ApplicationScoped
class SignInLimit {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Duration KNOWN_FOR = Duration.ofDays(30);
    private static final long LARGEST_TABLE = 100_000;
    /** An IPv6 customer gets at least this many bytes' worth of addresses (a /64), so they count as one. */
    private static final int IPV6_NETWORK_BYTES = 8;

    private final int perNameAndAddress;
    private final int perAddress;
    private final int perName;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(LARGEST_TABLE)
            .expireAfterAccess(WINDOW)
            .build();
    private final Cache<String, Boolean> knownPlaces = Caffeine.newBuilder()
            .maximumSize(LARGEST_TABLE)
            .expireAfterWrite(KNOWN_FOR)
            .build();

    SignInLimit(
            @ConfigProperty(name = "kukai.sign-in.failures-per-name-and-address", defaultValue = "10")
                    int perNameAndAddress,
            @ConfigProperty(name = "kukai.sign-in.failures-per-address", defaultValue = "100") int perAddress,
            @ConfigProperty(name = "kukai.sign-in.failures-per-name", defaultValue = "100") int perName,
            Clock clock) {
        this.perNameAndAddress = perNameAndAddress;
        this.perAddress = perAddress;
        this.perName = perName;
        this.time = meter(clock);
    }

    /**
     * Counts an attempt before it is tried, so that many at once cannot slip through together.
     *
     * @param origin the caller's network address
     * @throws TooManyAttemptsException when one of the limits is reached; then nothing is counted
     */
    void begin(String name, String origin) {
        List<Bucket> taken = new ArrayList<>();
        for (Bucket bucket : buckets(name, origin)) {
            var probe = bucket.tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                taken.forEach(b -> b.addTokens(1));
                throw new TooManyAttemptsException(Duration.ofNanos(probe.getNanosToWaitForRefill()));
            }
            taken.add(bucket);
        }
    }

    /** Takes back what {@link #begin} counted, and remembers the place. */
    void succeeded(String name, String origin) {
        for (Bucket bucket : buckets(name, origin)) {
            bucket.addTokens(1);
        }
        buckets.invalidate(pair(name, origin));
        knownPlaces.put(pair(name, origin), true);
    }

    private List<Bucket> buckets(String name, String origin) {
        String pair = pair(name, origin);
        List<Bucket> buckets = new ArrayList<>();
        buckets.add(bucket(pair, perNameAndAddress));
        buckets.add(bucket("address " + network(origin), perAddress));
        if (knownPlaces.getIfPresent(pair) == null) {
            buckets.add(bucket("name " + Names.key(name), perName));
        }
        return buckets;
    }

    private Bucket bucket(String key, int failures) {
        return buckets.get(
                key,
                k -> Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(limit -> limit.capacity(failures).refillGreedy(failures, WINDOW))
                        .build());
    }

    private static String pair(String name, String origin) {
        return "pair " + network(origin) + " " + Names.key(name);
    }

    private static String network(String origin) {
        try {
            InetAddress address = InetAddress.ofLiteral(origin);
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), IPV6_NETWORK_BYTES))
                    : address.getHostAddress();
        } catch (IllegalArgumentException e) {
            return origin; // a proxy's word for a caller that it does not want to name
        }
    }

    private static TimeMeter meter(Clock clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                Instant now = clock.instant();
                return now.getEpochSecond() * 1_000_000_000L + now.getNano();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }
}
