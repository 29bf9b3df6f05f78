package org.kukai.generation;

import java.util.UUID;

/** Failed attempts of a run with the same kind of reason, and one of them in full. */
public record FailureGroup(String kind, long count, String example, UUID promptId, String prompt) {}
