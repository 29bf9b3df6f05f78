package org.kukai.annotation;

/**
 * How many raters are asked about one pair. What a pair needs follows from its votes alone, not from the order in which they
 * came, so a vote that is taken back takes back whatever it had caused.
 *
 * @param usual votes for a pair
 * @param more votes beyond that, one at a time, as long as no answer leads
 * @param early whether to stop as soon as the votes that are still to come cannot change which answer leads
 */
record Overlap(int usual, int more, boolean early) {
    /** How many votes a pair needs that has these: as many as it has when it needs no more. */
    int needed(Tally tally) {
        int votes = tally.votes();
        if (votes < usual) {
            return early && tally.lead() > usual - votes ? votes : usual;
        }
        return tally.lead() > 0 ? votes : Math.clamp(votes + 1L, usual, usual + more);
    }
}
