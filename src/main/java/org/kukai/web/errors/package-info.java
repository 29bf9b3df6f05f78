/** Every refusal and failure as a page for people and as problem+json (RFC 9457) for scripts. */
@NullMarked
package org.kukai.web.errors;

import org.jspecify.annotations.NullMarked;
