package org.kukai.llm.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Deals slots out among holders: max-min fairness (nobody gets more than another who wants more), then what is left evenly. */
final class Shares {
    private Shares() {}

    /** What the holder is due of {@code total} slots; all holders that compute it from the same leases get to {@code total}. */
    static int due(UUID holder, List<Lease> leases, int total) {
        List<Lease> order = new ArrayList<>(leases);
        order.sort(Comparator.comparingInt(Lease::wanted).thenComparing(Lease::holder));
        int left = total;
        int due = 0;
        for (int i = 0; i < order.size(); i++) {
            Lease lease = order.get(i);
            int share = Math.min(lease.wanted(), left / (order.size() - i));
            left -= share;
            if (lease.holder().equals(holder)) {
                due = share;
            }
        }
        int place = order.stream().map(Lease::holder).toList().indexOf(holder);
        int extra = left / order.size() + (place >= order.size() - left % order.size() ? 1 : 0);
        return due + extra;
    }
}
