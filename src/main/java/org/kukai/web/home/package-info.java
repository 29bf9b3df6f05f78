/** The first page: the pipeline for an admin, the open rounds for a rater. */
@NullMarked
package org.kukai.web.home;

import org.jspecify.annotations.NullMarked;
