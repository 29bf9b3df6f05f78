package org.kukai.llm;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/** Knows every model: registers them, and finds what answers in a model's name. */
@ApplicationScoped
public class Models {
    private static final Pattern KEY_REFERENCE = Pattern.compile("KUKAI_KEY_[A-Z0-9_]{1,80}");
    private static final int KEY_LIMIT = 4000;

    private final OpenAiClients clients;
    private final KeySafe keys;
    private final Composer composer;
    private final Meters meters;
    private final Clock clock;
    // A registered model never changes, so a client once opened stays right.
    private final ConcurrentMap<UUID, TextModel> open = new ConcurrentHashMap<>();

    Models(OpenAiClients clients, KeySafe keys, Composer composer, Meters meters, Clock clock) {
        this.clients = clients;
        this.keys = keys;
        this.composer = composer;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * What answers in the name of a registered model. Looks the row up in a transaction of its own or the caller's; the
     * answer needs none.
     *
     * @throws RefusedException when there is no such model, or it was removed
     * @throws ModelFailedException when its key or address cannot be used
     */
    @Transactional
    public TextModel byId(UUID id) {
        Model model = Model.findById(id);
        if (model == null || model.isRemoved()) {
            String name = model == null ? id.toString() : model.name;
            throw new RefusedException(
                    RefusedException.Kind.UNKNOWN,
                    "The model “" + name + "” was removed. Restore it, or choose another.");
        }
        return of(model);
    }

    /**
     * What answers in the name given.
     *
     * @throws RefusedException when there is no such model, or it was removed
     * @throws ModelFailedException when its key or address cannot be used
     */
    @Transactional
    public TextModel named(String name) {
        return of(Model.named(name));
    }

    private TextModel of(Model model) {
        return open.computeIfAbsent(model.id, id -> open(model));
    }

    private TextModel open(Model model) {
        return meters.measured(model.id, model.name, model.isComposer() ? composer : server(model));
    }

    private TextModel server(Model model) {
        if (model.baseUrl == null || model.modelId == null) {
            throw new IllegalStateException("model " + model.id + " has no endpoint");
        }
        return clients.open(model.baseUrl, model.modelId, clients.keyOf(model), several(model));
    }

    private static Several several(Model model) {
        UUID id = model.id;
        return new Several(
                model.givesSeveral, gives -> QuarkusTransaction.requiringNew().run(() -> Model.remember(id, gives)));
    }

    /**
     * Registers an OpenAI-compatible endpoint.
     *
     * @param apiKey kept encrypted and never shown again; null or blank for none
     * @param keyReference the environment variable or setting that holds the key instead, {@code KUKAI_KEY_...}
     * @throws RefusedException when something given cannot be used
     */
    @Transactional
    public Model register(
            String name, String baseUrl, String modelId, @Nullable String apiKey, @Nullable String keyReference) {
        String key = apiKey == null ? "" : apiKey.strip();
        String reference = keyReference == null ? "" : keyReference.strip();
        checkKey(key, reference);
        Model model = Model.register(name, baseUrl, modelId, clock.instant());
        if (!key.isEmpty()) {
            model.keyEncrypted = keys.lock(key, model.id);
        }
        if (!reference.isEmpty()) {
            model.keyReference = reference;
        }
        return model;
    }

    /**
     * Tries a model out with one short request, and waits for the answer: not in a transaction.
     *
     * @throws RefusedException when there is no such model
     */
    public ModelCheck check(String name) {
        Model model = QuarkusTransaction.joiningExisting().call(() -> Model.named(name));
        try {
            return ModelCheck.of(of(model));
        } catch (ModelFailedException e) {
            return ModelCheck.failed(e.failure(), Duration.ZERO);
        }
    }

    private static void checkKey(String key, String reference) {
        if (!key.isEmpty() && !reference.isEmpty()) {
            throw refuse("Give the key itself or the setting that holds it, not both.");
        }
        if (key.length() > KEY_LIMIT || key.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw refuse("A key has at most " + KEY_LIMIT + " visible ASCII characters and no spaces.");
        }
        if (!reference.isEmpty() && !KEY_REFERENCE.matcher(reference).matches()) {
            throw refuse(
                    "The setting that holds a key must be named KUKAI_KEY_ and then capitals, digits or underscores,"
                            + " so that no other secret can be sent to a server.");
        }
    }

    private static RefusedException refuse(String message) {
        return new RefusedException(RefusedException.Kind.INVALID, message);
    }
}
