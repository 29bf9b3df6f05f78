package org.kukai.generation;

import java.util.UUID;

/** A run was paused or cancelled; its worker on this node looks up at once. */
record RunHalted(UUID run) {}
