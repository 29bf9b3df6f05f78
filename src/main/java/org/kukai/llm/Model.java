package org.kukai.llm;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/**
 * A name for something that can be asked: an endpoint with its model and key, or the built-in composer. What a model is
 * never changes once registered, so that the texts made with it stay explained; another server is another model.
 */
@Entity
public class Model extends PanacheEntityBase {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");
    private static final int ID_LIMIT = 200;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    public String name;

    @Enumerated(EnumType.STRING)
    public ModelKind kind;

    /** Without a slash at the end; null for the composer. */
    public @Nullable String baseUrl;

    /** What the server calls the model; null for the composer. */
    public @Nullable String modelId;

    byte @Nullable [] keyEncrypted;

    /** The setting that holds the key, when it is kept outside. */
    public @Nullable String keyReference;

    /** For a million tokens of requests; null when nobody said. */
    public @Nullable BigDecimal promptPrice;

    /** For a million tokens of answers; null when nobody said. */
    public @Nullable BigDecimal completionPrice;

    /** Of the prices, as in ISO 4217. */
    public String currency = Prices.USUAL_CURRENCY;

    /** Whether its server gives several answers to one request; null until that was found out. */
    public @Nullable Boolean givesSeveral;

    public Instant createdAt;
    public @Nullable Instant removedAt;

    /** For Hibernate. */
    protected Model() {}

    /**
     * Registers an OpenAI-compatible endpoint.
     *
     * @param baseUrl with the version, as in {@code http://127.0.0.1:8000/v1}
     * @throws RefusedException when the name is taken or malformed, or the address is one that Kukai does not call
     */
    static Model register(String name, String baseUrl, String modelId, Instant now) {
        String trimmed = name.strip();
        if (!NAME.matcher(trimmed).matches()) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "A model's name has 1 to 100 letters, digits, dots, colons, hyphens and underscores, and begins with a"
                            + " letter or digit; “" + shorten(trimmed) + "” does not fit.");
        }
        String served = modelId.strip();
        if (served.isEmpty() || served.length() > ID_LIMIT) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "Say what the server calls the model, in at most " + ID_LIMIT
                            + " characters; its list is at the base URL followed by /models.");
        }
        String url = Endpoint.check(baseUrl);
        refuseIfTaken(trimmed);
        Model model = new Model();
        model.name = trimmed;
        model.kind = ModelKind.OPENAI;
        model.baseUrl = url;
        model.modelId = served;
        model.createdAt = now;
        model.persist();
        return model;
    }

    private static void refuseIfTaken(String name) {
        if (findByName(name).isPresent()) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT,
                    "There is a model named “" + name + "” already. Choose another name, or remove that one first.");
        }
    }

    private static String shorten(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    /** The model of that name that was not removed. */
    public static Optional<Model> findByName(String name) {
        return find("name = ?1 and removedAt is null", name).firstResultOptional();
    }

    /** The model of that name that was not removed; refuses with what to do when there is none. */
    public static Model named(String name) {
        return findByName(name)
                .orElseThrow(() -> new RefusedException(
                        RefusedException.Kind.UNKNOWN,
                        "There is no model named “" + shorten(name) + "”. The models page lists those there are."));
    }

    /** The last removed model of that name; refuses when there is none. */
    public static Model removed(String name) {
        return Model.<Model>find("name = ?1 and removedAt is not null order by removedAt desc", name)
                .firstResultOptional()
                .orElseThrow(() -> new RefusedException(
                        RefusedException.Kind.UNKNOWN, "No model named “" + shorten(name) + "” was removed."));
    }

    /** Those that were removed and whose name is free, the last one first, so that they can be brought back. */
    public static List<Model> restorable() {
        return list(
                "from Model m where m.removedAt is not null and not exists (select 1 from Model other where other.name"
                        + " = m.name and (other.removedAt is null or other.removedAt > m.removedAt)) order by m.removedAt desc");
    }

    /** Those that were not removed: the composer, then by name. */
    public static List<Model> usable() {
        return list("removedAt is null order by kind, lower(name), name");
    }

    /** A page of those that were not removed; pages count from 1. */
    public static List<Model> newestFirst(int page, int size) {
        return Model.<Model>find("removedAt is null order by createdAt desc, id desc")
                .page(page - 1, size)
                .list();
    }

    public static long countUsable() {
        return count("removedAt is null");
    }

    public boolean isComposer() {
        return kind == ModelKind.COMPOSER;
    }

    public boolean isRemoved() {
        return removedAt != null;
    }

    /** Whether calls carry a key. */
    public boolean hasKey() {
        return keyEncrypted != null || keyReference != null;
    }

    /** What its tokens cost. */
    public Prices prices() {
        return new Prices(promptPrice, completionPrice, currency);
    }

    /** Says what its tokens cost from now on; runs that are under way reckon with it at once. */
    public void price(Prices fresh) {
        promptPrice = fresh.prompt();
        completionPrice = fresh.completion();
        currency = fresh.currency();
    }

    /** What so many tokens cost; empty when nobody said. A price that is missing beside one that is given counts as nothing. */
    public Optional<BigDecimal> cost(long promptTokens, long completionTokens) {
        return prices().cost(promptTokens, completionTokens);
    }

    /** Whether the model's server gives several answers to one request, once that was found out. */
    static void remember(UUID id, boolean givesSeveral) {
        update("givesSeveral = ?1 where id = ?2", givesSeveral, id);
    }

    /** Takes the model out of every list; what it wrote stays, and {@link #restore} takes it back. */
    public void remove(Instant now) {
        if (isComposer()) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT, "The built-in composer is a part of Kukai and cannot be removed.");
        }
        if (removedAt == null) {
            removedAt = now;
        }
    }

    /** Brings a removed model back, with its key. */
    public void restore() {
        if (removedAt != null) {
            refuseIfTaken(name);
            removedAt = null;
        }
    }
}
