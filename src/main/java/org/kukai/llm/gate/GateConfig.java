package org.kukai.llm.gate;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** How models are found out and spared; the defaults stand in {@code application.properties}. */
@ConfigMapping(prefix = "kukai.gate")
interface GateConfig {
    /** How many calls of a model may be in flight in the cluster at most where no limit is given. */
    int mostInFlight();

    /** How long a dead server is left alone before it is tried for the first time; every further time twice as long. */
    Duration firstProbe();
}
