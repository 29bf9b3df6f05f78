/** Webhooks, for admins: addresses that are told what happens, and what came of telling them. */
@NullMarked
package org.kukai.web.webhook;

import org.jspecify.annotations.NullMarked;
