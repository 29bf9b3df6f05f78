package org.kukai.llm.gate;

import java.time.Duration;

/**
 * @param renewal how often a holder reports
 * @param lease how long its slots are its own without a report
 * @param margin how much sooner it stops to use them
 * @param firstProbe how long a dead server is left alone at first
 */
record Times(Duration renewal, Duration lease, Duration margin, Duration firstProbe) {}
