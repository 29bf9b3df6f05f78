/** Where the time comes from: the {@link java.time.Clock} that every room injects, so that tests can set it. */
@NullMarked
package org.kukai.time;

import org.jspecify.annotations.NullMarked;
