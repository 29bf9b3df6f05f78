/** Tests of releases: how rows are chosen, and that the files say just that. */
@NullMarked
package org.kukai.dataset;

import org.jspecify.annotations.NullMarked;
