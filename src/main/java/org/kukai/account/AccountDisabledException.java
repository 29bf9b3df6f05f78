package org.kukai.account;

import java.io.Serial;

import org.kukai.RefusedException;

/** Somebody has shown that an account is theirs, and it is disabled. Who has not shown that is never told. */
public final class AccountDisabledException extends RefusedException {
    @Serial
    private static final long serialVersionUID = 1L;

    AccountDisabledException() {
        super(
                Kind.FORBIDDEN,
                "This account is disabled. Ask whoever runs this Kukai if you think that this is a mistake.");
    }
}
