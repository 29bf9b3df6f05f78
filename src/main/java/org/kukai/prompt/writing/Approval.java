package org.kukai.prompt.writing;

/**
 * What came of an approval.
 *
 * @param added candidates that are prompts now
 * @param duplicates kept ones that are too much like a prompt that came into the pool meanwhile
 */
public record Approval(int added, int duplicates) {}
