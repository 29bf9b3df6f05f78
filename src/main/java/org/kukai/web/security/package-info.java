/** Who is calling, and what every answer must carry: authentication by session, Basic and token; CSRF. */
@NullMarked
package org.kukai.web.security;

import org.jspecify.annotations.NullMarked;
