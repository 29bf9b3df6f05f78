/**
 * Releases on the web: their pages below {@code /releases}, the same for scripts below {@code /api/releases}, and the downloads, which
 * know ranges, entity tags and signed links.
 */
@NullMarked
package org.kukai.web.dataset;

import org.jspecify.annotations.NullMarked;
