/** Signing in and out, accounts, invitations and tokens. */
@NullMarked
package org.kukai.web.account;

import org.jspecify.annotations.NullMarked;
