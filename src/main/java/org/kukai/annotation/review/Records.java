package org.kukai.annotation.review;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.kukai.RefusedException;
import org.kukai.annotation.WrittenText;

/** What all decisions have in common: a reason, and that they can be undone once. */
@ApplicationScoped
class Records {
    private static final int LONGEST_REASON = 500;

    private final EntityManager database;

    Records(EntityManager database) {
        this.database = database;
    }

    /**
     * The reason, tidied.
     *
     * @throws RefusedException when there is none, or too much of it
     */
    static String reason(String given) {
        String reason = given.strip();
        int length = reason.codePointCount(0, reason.length());
        WrittenText.refuseUnstorable("A reason", reason);
        if (length < 1 || length > LONGEST_REASON) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "Say why, in 1 to " + LONGEST_REASON + " characters: others will read it next to the decision.");
        }
        return reason;
    }

    UUID freshId() {
        return (UUID) database.createNativeQuery("select uuid7()", UUID.class).getSingleResult();
    }

    /** Marks a decision as undone; one that is already is refused. */
    void undo(UUID what, UUID by, Instant now) {
        int done = database.createNativeQuery("""
                        insert into undoing (what, undone_by, undone_at) values (:what, :by, :now) on conflict do nothing""")
                .setParameter("what", what)
                .setParameter("by", by)
                .setParameter("now", now)
                .executeUpdate();
        if (done == 0) {
            throw new RefusedException(RefusedException.Kind.CONFLICT, "This decision is undone already.");
        }
    }

    static RefusedException unknown(UUID decision) {
        return new RefusedException(RefusedException.Kind.UNKNOWN, "There is no decision " + decision + ".");
    }
}
