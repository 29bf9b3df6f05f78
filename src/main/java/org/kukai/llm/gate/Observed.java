package org.kukai.llm.gate;

/**
 * How calls went of late.
 *
 * @param answered how many were answered
 * @param overloaded how many failed because the server has too much to do: 429, 503, no answer in time
 * @param latencyMillis what the answered ones took, summed up
 */
record Observed(int answered, int overloaded, double latencyMillis) {
    static final Observed NOTHING = new Observed(0, 0, 0);

    Observed plus(Observed more) {
        return new Observed(answered + more.answered, overloaded + more.overloaded, latencyMillis + more.latencyMillis);
    }

    Observed minus(Observed less) {
        return new Observed(answered - less.answered, overloaded - less.overloaded, latencyMillis - less.latencyMillis);
    }

    int calls() {
        return answered + overloaded;
    }
}
