package org.kukai.generation;

import java.util.UUID;

/** Somebody paused or cancelled a run; its worker on this node looks up at once. */
record RunHalted(UUID run) {}
