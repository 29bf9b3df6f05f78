package org.kukai.dataset;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Counts under the names that files and the API use, in the order of the counts given. */
final class Spelled {
    private Spelled() {}

    static <K> Map<String, Long> by(Map<K, Long> counts, Function<K, String> name) {
        Map<String, Long> spelled = new LinkedHashMap<>();
        counts.forEach((key, count) -> spelled.put(name.apply(key), count));
        return spelled;
    }
}
