package org.kukai.web.errors;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** An error as RFC 9457 writes it ({@code application/problem+json}), with a list of what is wrong with parts of the input. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String title, int status, String detail, @Nullable List<Item> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** What is wrong with one element of a list, or with one field. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(@Nullable Integer index, @Nullable String field, String detail) {}
}
