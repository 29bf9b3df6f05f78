package org.kukai.generation;

import java.util.UUID;

/**
 * Attempts of a run that went wrong for the same kind of reason, and one of them in full.
 *
 * @param retrying whether they are to be tried again; else they have failed
 */
public record FailureGroup(boolean retrying, String kind, long count, String example, UUID promptId, String prompt) {}
