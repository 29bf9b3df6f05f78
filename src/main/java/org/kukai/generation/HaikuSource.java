package org.kukai.generation;

import org.kukai.RefusedException;

/** How a haiku came here. */
public enum HaikuSource {
    GENERATED("generated", "exists (" + HaikuSource.ATTEMPT + ")"),
    IMPORTED("imported", "exists (" + HaikuSource.IMPORT + ")"),
    OTHER("other", "not exists (" + HaikuSource.ATTEMPT + ") and not exists (" + HaikuSource.IMPORT + ")");

    private static final String ATTEMPT = "select 1 from attempt s where s.haiku_id = h.id";
    private static final String IMPORT = "select 1 from imported_haiku s where s.haiku_id = h.id";

    private final String spelled;
    private final String condition;

    HaikuSource(String spelled, String condition) {
        this.spelled = spelled;
        this.condition = condition;
    }

    /** As the API and pages spell it. */
    public String spelled() {
        return spelled;
    }

    /** In SQL, about the haiku {@code h}. */
    String condition() {
        return condition;
    }

    /** Reads the spelling of the API. */
    public static HaikuSource spelled(String spelling) {
        for (HaikuSource value : values()) {
            if (value.spelled.equals(spelling)) {
                return value;
            }
        }
        throw new RefusedException(
                RefusedException.Kind.INVALID,
                "A source is “generated”, “imported” or “other”, not “" + spelling + "”.");
    }
}
