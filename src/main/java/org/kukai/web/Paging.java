package org.kukai.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/** Which part of a list is wanted, as {@code ?page=&size=} say it: pages count from 1, sizes go up to {@link #LIMIT}. */
public record Paging(int page, int size) {
    public static final int LIMIT = 200;

    private static final int USUAL = 50;
    private static final int LAST = 1_000_000;

    /**
     * Reads the parameters of a request; what is missing is the first page of the usual size.
     *
     * @throws RefusedException when the size is out of bounds
     */
    public static Paging of(@Nullable Integer page, @Nullable Integer size) {
        int wanted = size == null ? USUAL : size;
        if (wanted < 1 || wanted > LIMIT) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID, "A page has 1 to " + LIMIT + " rows, not " + wanted + ".");
        }
        return new Paging(page == null ? 1 : Math.clamp(page, 1, LAST), wanted);
    }

    /** This page of a list with so many rows, or its last where there is no such page. */
    public Paging within(long total) {
        return new Paging(Math.min(page, last(total)), size);
    }

    /** How many rows come before this page. */
    public int offset() {
        return (page - 1) * size;
    }

    /** The number of the last page of a list with so many rows; an empty list has one page. */
    public int last(long total) {
        return (int) Math.max(1, Math.ceilDiv(total, size));
    }

    /** The answer of a list call of the API. */
    public <T> Listing<T> listing(List<T> items, long total) {
        return new Listing<>(items, page, size, total);
    }

    /** One page of a list as the API sends it, with the number of rows in all. */
    public record Listing<T>(List<T> items, int page, int size, long total) {}
}
