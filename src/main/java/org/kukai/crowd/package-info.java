/** Many who ask at the same time are cheaper together: {@link org.kukai.crowd.Together} gathers what they ask, and does it at once. */
@NullMarked
package org.kukai.crowd;

import org.jspecify.annotations.NullMarked;
