package org.kukai.web.errors;

import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ResourceInfo;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Finds the query parameter that is no number. For the library that is an address at which there is nothing, and it does
 * not say which parameter it was.
 */
@ApplicationScoped
class WrongQuery {
    private final ResourceInfo resource;

    WrongQuery(ResourceInfo resource) {
        this.resource = resource;
    }

    /** What is wrong with a query parameter, when that is why nothing was found. */
    Optional<Problem.Item> behind(NotFoundException e, RoutingContext request) {
        // Only what could not be converted has a cause; without one there may be no endpoint at all.
        return e.getCause() == null
                ? Optional.empty()
                : Arrays.stream(resource.getResourceMethod().getParameters())
                        .filter(parameter -> parameter.getType() == Integer.class)
                        .flatMap(parameter -> wrong(parameter, request).stream())
                        .findFirst();
    }

    private static Optional<Problem.Item> wrong(Parameter parameter, RoutingContext request) {
        RestQuery query = parameter.getAnnotation(RestQuery.class);
        if (query == null) {
            return Optional.empty();
        }
        String name = query.value().isEmpty() ? parameter.getName() : query.value();
        return request.queryParam(name).stream()
                .filter(given -> !isWhole(given))
                .map(given ->
                        new Problem.Item(null, name, "must be a whole number, not " + WrongJson.shown(given) + "."))
                .findFirst();
    }

    private static boolean isWhole(@Nullable String given) {
        try {
            Integer.valueOf(given == null ? "" : given);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
