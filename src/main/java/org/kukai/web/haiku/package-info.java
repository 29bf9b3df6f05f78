/** Poems with their evidence: the call that judges texts, what templates show of a verdict, and candidates. */
@NullMarked
package org.kukai.web.haiku;

import org.jspecify.annotations.NullMarked;
