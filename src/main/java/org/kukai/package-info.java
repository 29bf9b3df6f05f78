/** Kukai, whose rooms are the packages below this one. */
@NullMarked
package org.kukai;

import org.jspecify.annotations.NullMarked;
