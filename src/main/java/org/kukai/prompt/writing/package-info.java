/**
 * Prompts that a model writes. {@link org.kukai.prompt.writing.PromptRuns} takes an order and its later verbs; a job asks
 * the model call by call, reads whatever list comes back, and keeps every candidate as a {@link
 * org.kukai.prompt.writing.WrittenPrompt} with the reason when it is refused. Approval puts the kept ones into the pool.
 */
@NullMarked
package org.kukai.prompt.writing;

import org.jspecify.annotations.NullMarked;
