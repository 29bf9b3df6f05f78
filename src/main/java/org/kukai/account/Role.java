package org.kukai.account;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

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

    /**
     * The role that is spelled so.
     *
     * @throws RefusedException when there is no such role
     */
    public static Role of(@Nullable String spelled) {
        for (Role role : values()) {
            if (role.spelled().equals(spelled)) {
                return role;
            }
        }
        throw new RefusedException(
                RefusedException.Kind.INVALID,
                "A role is “admin” or “rater”" + (spelled == null ? "; none was given." : ", not “" + spelled + "”."));
    }

    /** As the API and role annotations spell it: {@code admin}, {@code rater}. */
    public String spelled() {
        return name().toLowerCase(Locale.ROOT);
    }
}
