/** Corrections: the pages and calls where haiku are scored anew. */
@NullMarked
package org.kukai.web.correction;

import org.jspecify.annotations.NullMarked;
