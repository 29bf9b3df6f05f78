package org.kukai.web.errors;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import org.jspecify.annotations.Nullable;

/** What is wrong with JSON that a call cannot read, in words for whoever sent it: the field, what it must be, what it was. */
record WrongJson(String detail, @Nullable List<Problem.Item> items) {
    /** As much of a value as is shown. */
    private static final int SHOWN = 60;

    private static final Set<Class<?>> WHOLE = Set.of(Integer.class, int.class, Long.class, long.class);
    private static final Set<Class<?>> FRACTION = Set.of(Double.class, double.class, BigDecimal.class);
    private static final Set<Class<?>> TRUTH = Set.of(Boolean.class, boolean.class);

    static WrongJson of(DatabindException e) {
        List<JsonMappingException.Reference> path =
                e instanceof JsonMappingException mapping ? mapping.getPath() : List.of();
        String said = said(e);
        if (path.isEmpty()) {
            return new WrongJson("The body " + said, null);
        }
        StringBuilder field = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            String name = step.getFieldName();
            field.append(name == null ? "[" + step.getIndex() + "]" : (field.isEmpty() ? "" : ".") + name);
        }
        JsonMappingException.Reference last = path.getLast();
        Problem.Item item = last.getFieldName() == null
                ? new Problem.Item(last.getIndex(), null, said)
                : new Problem.Item(null, field.toString(), said);
        return new WrongJson(field + " " + said, List.of(item));
    }

    private static String said(DatabindException e) {
        if (e.getCause() instanceof InputCoercionException tooLarge) {
            boolean small = tooLarge.getTargetType() == int.class;
            return "must be a whole number from " + (small ? Integer.MIN_VALUE : Long.MIN_VALUE) + " to "
                    + (small ? Integer.MAX_VALUE : Long.MAX_VALUE) + ".";
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            String known = unknown.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .collect(Collectors.joining(", "));
            return known.isEmpty() ? "is not known here; no field is." : "is not known here. Known are: " + known + ".";
        }
        if (e instanceof InvalidFormatException wrong) {
            return "must be " + kind(wrong.getTargetType()) + ", not " + shown(wrong.getValue()) + ".";
        }
        return e instanceof MismatchedInputException wrong && wrong.getTargetType() != null
                ? "must be " + kind(wrong.getTargetType()) + "."
                : "cannot be read as JSON.";
    }

    private static String kind(Class<?> type) {
        if (WHOLE.contains(type)) {
            return "a whole number";
        }
        if (FRACTION.contains(type)) {
            return "a number";
        }
        if (TRUTH.contains(type)) {
            return "true or false";
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == UUID.class) {
            return "an identifier (a UUID)";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    /** A value as messages show it, shortened when it is long. */
    static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> "“" + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…") + "”";
            case Collection<?> list -> "a list";
            case Map<?, ?> object -> "an object";
            default -> String.valueOf(value);
        };
    }
}
