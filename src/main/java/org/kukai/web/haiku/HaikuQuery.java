package org.kukai.web.haiku;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.generation.Duplicates;
import org.kukai.generation.HaikuFilter;
import org.kukai.generation.HaikuSource;
import org.kukai.generation.HaikuStore;

/** The filters of haiku as an address says them, besides the score. What is unknown is refused, so that nobody takes all for some. */
public final class HaikuQuery {
    private static final List<String> KNOWN =
            List.of("score", "model", "run", "prompt", "import", "duplicate", "source", "q", "page", "size", "format");

    @RestQuery
    public @Nullable String model;

    @RestQuery
    public @Nullable String run;

    @RestQuery
    public @Nullable String prompt;

    @RestQuery("import")
    public @Nullable String fromImport;

    @RestQuery
    public @Nullable String duplicate;

    @RestQuery
    public @Nullable String source;

    @RestQuery
    public @Nullable String q;

    @Context
    public @Nullable UriInfo address;

    /** Refuses with a {@link RefusedException} what is no filter, or filters by what does not exist. */
    HaikuFilter filter(@Nullable Integer score) {
        Set<String> given =
                address == null ? Set.of() : address.getQueryParameters().keySet();
        for (String name : given) {
            if (!KNOWN.contains(name)) {
                throw refused("There is no filter “" + name
                        + "”. There are score, model, run, prompt, import, duplicate," + " source and q.");
            }
        }
        HaikuFilter filter = new HaikuFilter(
                score,
                model,
                id("run", run),
                id("prompt", prompt),
                id("import", fromImport),
                read(duplicate, Duplicates::spelled),
                read(source, HaikuSource::spelled),
                q == null ? "" : q);
        HaikuStore.check(filter);
        return filter;
    }

    private static <T> @Nullable T read(@Nullable String given, Function<String, T> reading) {
        return given == null || given.isBlank() ? null : reading.apply(given);
    }

    private static @Nullable UUID id(String name, @Nullable String given) {
        try {
            return read(given == null ? null : given.strip(), UUID::fromString);
        } catch (IllegalArgumentException e) {
            throw refused("The " + name + " must be an identifier, not “" + given + "”.");
        }
    }

    private static RefusedException refused(String message) {
        return new RefusedException(RefusedException.Kind.INVALID, message);
    }

    /** As parameters of an address. */
    static Map<String, @Nullable Object> parameters(HaikuFilter filter) {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("score", filter.score());
        parameters.put("model", filter.model());
        parameters.put("run", filter.run());
        parameters.put("prompt", filter.prompt());
        parameters.put("import", filter.fromImport());
        parameters.put(
                "duplicate",
                filter.duplicate() == null ? null : filter.duplicate().spelled());
        parameters.put(
                "source", filter.source() == null ? null : filter.source().spelled());
        parameters.put("q", filter.words());
        return parameters;
    }
}
