package org.kukai.generation;

import java.util.UUID;

import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Identifiers for rows that are written in bulk, of the same kind as those of the entities. */
final class Ids {
    private Ids() {}

    static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
