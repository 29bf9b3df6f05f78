/**
 * For admins: what raters' answers tell of the raters, what is decided about them, pairs that raters split on, poems that they
 * flagged, and the votes as a file. Nothing here is for raters, who must not learn which of their turns are checks.
 */
@NullMarked
package org.kukai.web.quality;

import org.jspecify.annotations.NullMarked;
