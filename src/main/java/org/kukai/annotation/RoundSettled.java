package org.kukai.annotation;

import java.util.UUID;

/** Every pair of the round has the votes that it needs; fired in the transaction that has found it. */
public record RoundSettled(UUID round) {}
