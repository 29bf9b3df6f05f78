/**
 * What poets are asked: {@link org.kukai.prompt.Prompt}, its split, and the ways in which prompts come to be.
 */
@NullMarked
package org.kukai.prompt;

import org.jspecify.annotations.NullMarked;
