package org.kukai.llm;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;

import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Encrypts keys at rest: AES-256 in Galois/Counter Mode (NIST SP 800-38D) with a random nonce of 96 bits, under a key
 * derived from {@code kukai.secret} by HKDF (RFC 5869). The ciphertext is bound to its model, so that a row's key cannot be
 * moved to a row that points to another server.
 */
@ApplicationScoped
public class KeySafe {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;

    KeySafe(@ConfigProperty(name = "kukai.secret") String secret) throws GeneralSecurityException {
        this.key = KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "AES",
                        HKDFParameterSpec.ofExtract()
                                .addIKM(secret.getBytes(StandardCharsets.UTF_8))
                                .thenExpand("kukai model keys".getBytes(StandardCharsets.UTF_8), 32));
    }

    /** The ciphertext of a secret that belongs to one model, or to one other thing with an id. */
    public byte[] lock(String plain, UUID model) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] locked = cipher(Cipher.ENCRYPT_MODE, nonce, model).doFinal(plain.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(NONCE_BYTES + locked.length)
                    .put(nonce)
                    .put(locked)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt the key of model " + model, e);
        }
    }

    /**
     * The secret again.
     *
     * @throws ModelFailedException when it was locked under another {@code kukai.secret}, or for another model
     */
    public String unlock(byte[] locked, UUID model) {
        try {
            byte[] nonce = Arrays.copyOf(locked, NONCE_BYTES);
            byte[] plain =
                    cipher(Cipher.DECRYPT_MODE, nonce, model).doFinal(locked, NONCE_BYTES, locked.length - NONCE_BYTES);
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new ModelFailedException(
                    new Failure.Misconfigured("The model's key cannot be decrypted: it was stored under another"
                            + " kukai.secret. Remove the model and register it again with its key."),
                    e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UUID model) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.allocate(16)
                .putLong(model.getMostSignificantBits())
                .putLong(model.getLeastSignificantBits())
                .flip());
        return cipher;
    }
}
