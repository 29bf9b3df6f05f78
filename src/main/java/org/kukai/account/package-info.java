/**
 * Who may come in: {@link org.kukai.account.Account} with its role, and the ways to become or act as one. The door for
 * checking credentials is {@link org.kukai.account.Gatekeeper}.
 */
@NullMarked
package org.kukai.account;

import org.jspecify.annotations.NullMarked;
