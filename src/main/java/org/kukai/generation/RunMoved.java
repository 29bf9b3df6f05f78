package org.kukai.generation;

import java.util.UUID;

/** Somebody set a run in motion or halted it; this node looks at it at once, others within a second. */
record RunMoved(UUID run) {}
