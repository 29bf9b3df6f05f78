package org.kukai.web;

import java.io.Serial;
import java.util.List;

import org.kukai.RefusedException;

/** A refusal of a list because of some of its elements, which the answer names one by one. */
public final class WrongElementsException extends RefusedException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Integer> places;
    private final String detail;

    WrongElementsException(String field, List<Integer> places, String detail) {
        super(Kind.INVALID, field + "[" + places.getFirst() + "] " + detail);
        this.places = List.copyOf(places);
        this.detail = detail;
    }

    /** Where the wrong ones are, from 0; the first of them only when they are very many. */
    public List<Integer> places() {
        return places;
    }

    /** What is wrong with each of them. */
    public String detail() {
        return detail;
    }
}
