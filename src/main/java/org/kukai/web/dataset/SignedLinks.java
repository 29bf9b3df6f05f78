package org.kukai.web.dataset;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Links that whoever holds them can download one file by, until they expire: the address carries the time and an HMAC-SHA256 of
 * release, file and time. Every node with the same {@code kukai.secret} takes them.
 */
@ApplicationScoped
class SignedLinks {
    private static final String ALGORITHM = "HmacSHA256";
    // Apart from whatever else the secret is used for.
    private static final String PURPOSE = "kukai release link 1\n";

    private final SecretKeySpec key;
    private final Duration lifetime;
    private final Clock clock;

    SignedLinks(
            @ConfigProperty(name = "kukai.secret") String secret,
            @ConfigProperty(name = "kukai.release.link-lifetime") Duration lifetime,
            Clock clock) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** When a link that is made now expires: at a full hour, so that a page shows the same links when it is loaded again. */
    Instant expiry() {
        return clock.instant().plus(lifetime).truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    }

    /** The path with what lets everybody in until the time given. */
    String sign(UUID release, String path, Instant expiry) {
        long seconds = expiry.getEpochSecond();
        return path + "?expires=" + seconds + "&signature=" + signature(release, path, seconds);
    }

    boolean isValid(UUID release, String path, @Nullable Long expires, @Nullable String signature) {
        if (expires == null || signature == null || expires < clock.instant().getEpochSecond()) {
            return false;
        }
        return MessageDigest.isEqual(
                signature(release, path, expires).getBytes(StandardCharsets.UTF_8),
                signature.getBytes(StandardCharsets.UTF_8));
    }

    private String signature(UUID release, String path, long expires) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] code =
                    mac.doFinal((PURPOSE + release + "\n" + path + "\n" + expires).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
