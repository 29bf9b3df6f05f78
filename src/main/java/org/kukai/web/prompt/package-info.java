/**
 * Bringing prompts and looking at them: the list, one prompt with its haiku, the ways to add prompts with their report,
 * and the calls of the API that do the same.
 */
@NullMarked
package org.kukai.web.prompt;

import org.jspecify.annotations.NullMarked;
