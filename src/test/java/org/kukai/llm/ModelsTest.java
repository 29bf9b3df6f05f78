package org.kukai.llm;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.kukai.RefusedException;
import org.kukai.testing.OpenAiServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
class ModelsTest {
    private static final String URL = "http://127.0.0.1:8000/v1";
    private static final String KEY = "sk-kept-in-the-safe";

    @Inject
    Models models;

    @Inject
    KeySafe keys;

    @Inject
    Clock clock;

    private final String name = "models-" + UUID.randomUUID();

    @Test
    void keepsAKeyEncryptedAndBoundToItsModel() throws GeneralSecurityException {
        Model model = models.register(name, URL, "m", KEY, null);
        byte[] stored = QuarkusTransaction.requiringNew().call(() -> Model.named(name).keyEncrypted);
        assertThat(stored).isNotNull();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain(KEY);
        assertThat(keys.unlock(stored, model.id)).isEqualTo(KEY);
        assertThat(keys.lock(KEY, model.id)).as("a fresh nonce every time").isNotEqualTo(keys.lock(KEY, model.id));
        assertThatThrownBy(() -> keys.unlock(stored, UUID.randomUUID()))
                .isInstanceOf(ModelFailedException.class)
                .hasMessageContaining("cannot be decrypted");
        assertThatThrownBy(() -> new KeySafe("another secret").unlock(stored, model.id))
                .isInstanceOf(ModelFailedException.class);
        assertThatThrownBy(() -> keys.unlock(new byte[3], model.id)).isInstanceOf(ModelFailedException.class);
    }

    @Test
    void takesTheKeyFromTheSettingThatAModelRefersTo() {
        System.setProperty("KUKAI_KEY_OF_THE_TEST", "sk-by-reference");
        try (OpenAiServer server = OpenAiServer.start()) {
            models.register(name, server.baseUrl(), "m", null, "KUKAI_KEY_OF_THE_TEST");
            assertThat(models.check(name).ok()).isTrue();
            assertThat(server.seen().getFirst().authorization()).isEqualTo("Bearer sk-by-reference");
            System.clearProperty("KUKAI_KEY_OF_THE_TEST");
            assertThat(models.check(name).detail())
                    .contains("KUKAI_KEY_OF_THE_TEST")
                    .contains("is not set");
            assertThat(server.requests()).isEqualTo(1);
        } finally {
            System.clearProperty("KUKAI_KEY_OF_THE_TEST");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PATH",
                "KUKAI_SECRET",
                "kukai.secret",
                "quarkus.datasource.password",
                "KUKAI_KEY_",
                "KUKAI_KEY_a"
            })
    void refusesToSendSettingsThatAreNoKeys(String reference) {
        assertThatThrownBy(() -> models.register(name, URL, "m", null, reference))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("KUKAI_KEY_");
    }

    @Test
    void refusesTwoKeysAndKeysThatWouldBreakAHeader() {
        assertThatThrownBy(() -> models.register(name, URL, "m", KEY, "KUKAI_KEY_X"))
                .hasMessageContaining("not both");
        assertThatThrownBy(() -> models.register(name, URL, "m", "a\r\nb", null))
                .hasMessageContaining("ASCII");
        assertThatThrownBy(() -> models.register(name, URL, " ", null, null)).hasMessageContaining("the server calls");
    }

    @Test
    void givesANameOnceUntilItIsFreeAgain() {
        models.register(name, URL, "m", null, null);
        assertThatThrownBy(() -> models.register(name, URL, "m", null, null)).hasMessageContaining("already");
        UUID first = remove();
        assertThatThrownBy(() -> models.byId(first)).hasMessageContaining("was removed");
        assertThatThrownBy(() -> models.named(name)).hasMessageContaining("no model named");
        models.register(name, URL, "m2", null, null);
        assertThatThrownBy(this::restore).hasMessageContaining("already");
        remove();
        restore();
        assertThat(QuarkusTransaction.requiringNew().call(() -> Model.named(name).modelId))
                .isEqualTo("m2");
    }

    private UUID remove() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Model model = Model.named(name);
            model.remove(Instant.now(clock));
            return model.id;
        });
    }

    private void restore() {
        QuarkusTransaction.requiringNew().run(() -> Model.removed(name).restore());
    }

    @Test
    void findsTheComposerByItsName() {
        assertThat(models.named("composer")).isInstanceOf(TextModel.class);
        assertThat(models.check("composer").detail().lines()).hasSize(3);
    }
}
