/**
 * The pages, files and calls that tell admins what votes mean: rankings of models and poems, form against preference, and how far
 * raters agree. Raters never get here.
 */
@NullMarked
package org.kukai.web.ranking;

import org.jspecify.annotations.NullMarked;
