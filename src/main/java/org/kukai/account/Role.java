package org.kukai.account;

import java.util.Locale;

/** What an account may do. */
public enum Role {
    /** Runs the installation: everything but voting in somebody else's name. */
    ADMIN,
    /** Votes, and sees only their own progress. */
    RATER;

    /** The name that role annotations use. */
    public static final String ADMIN_NAME = "admin";

    /** The name that role annotations use. */
    public static final String RATER_NAME = "rater";

    /** As the API and role annotations spell it: {@code admin}, {@code rater}. */
    public String spelled() {
        return name().toLowerCase(Locale.ROOT);
    }
}
