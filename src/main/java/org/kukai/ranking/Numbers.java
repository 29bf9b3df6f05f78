package org.kukai.ranking;

/** Numbers as the database gives them: of different types, by the kind of sum. */
final class Numbers {
    private Numbers() {}

    static int whole(Object value) {
        return ((Number) value).intValue();
    }

    static double real(Object value) {
        return ((Number) value).doubleValue();
    }
}
