package org.kukai.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The way from one page of a list to its neighbours, for the tag {@code {#pages links /}}.
 *
 * @param address of the list, with what filters it, and ending so that {@code page=2} can follow
 */
public record PageLinks(int page, int last, String address) {
    /** Links that keep the filter: parameters that are null or empty are left out, and so is the usual size. */
    public static PageLinks of(Paging paging, long total, String path, Map<String, ? extends @Nullable Object> filter) {
        String size = paging.size() == Paging.of(null, null).size() ? "" : "size=" + paging.size() + "&";
        return new PageLinks(paging.page(), paging.last(total), address(path, filter) + size);
    }

    /** The path with the filter, ending so that another parameter can follow. */
    public static String address(String path, Map<String, ? extends @Nullable Object> filter) {
        return path + "?"
                + filter.entrySet().stream()
                        .filter(e ->
                                e.getValue() != null && !e.getValue().toString().isEmpty())
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> e.getKey() + "="
                                + URLEncoder.encode(e.getValue().toString(), StandardCharsets.UTF_8) + "&")
                        .collect(Collectors.joining());
    }

    public boolean isNeeded() {
        return last > 1 || page > 1;
    }

    public boolean hasNewer() {
        return page > 1;
    }

    public boolean hasOlder() {
        return page < last;
    }

    public String newer() {
        return address + "page=" + Math.min(page - 1, last);
    }

    public String older() {
        return address + "page=" + (page + 1);
    }
}
