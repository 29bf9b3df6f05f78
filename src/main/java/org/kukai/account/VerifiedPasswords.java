package org.kukai.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;

import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Remembers for some minutes which passwords have just been found right, because bcrypt is slow on purpose and a script
 * sends its password with every call. What is remembered is a keyed hash of the password together with the bcrypt hash
 * that it was compared with: another password makes it worthless, and the key never leaves this process.
 */
@ApplicationScoped
class VerifiedPasswords {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final long MOST = 10_000;

    private final SecretKey key;
    private final Cache<String, Boolean> right =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    VerifiedPasswords() throws GeneralSecurityException {
        key = KeyGenerator.getInstance(ALGORITHM).generateKey();
    }

    boolean contain(String password, String hash) {
        return right.getIfPresent(digest(password, hash)) != null;
    }

    void add(String password, String hash) {
        right.put(digest(password, hash), true);
    }

    private String digest(String password, String hash) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(hash.getBytes(StandardCharsets.UTF_8)); // always equally long, so the two cannot run together
            return Base64.getEncoder().encodeToString(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
