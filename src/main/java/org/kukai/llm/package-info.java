/**
 * The only door to model servers. {@link org.kukai.llm.Models} finds a {@link org.kukai.llm.TextModel}, which turns a
 * request and a {@link org.kukai.llm.Sampling} into a {@link org.kukai.llm.Completion} or fails with a {@link
 * org.kukai.llm.ModelFailedException}, whose {@link org.kukai.llm.Failure} says what went wrong and whether trying again
 * can help; {@link org.kukai.llm.Model} is the row that an admin registers. The built-in composer, which is no language
 * model, stands behind the same door.
 */
@NullMarked
package org.kukai.llm;

import org.jspecify.annotations.NullMarked;
