/**
 * What poets are asked: {@link org.kukai.prompt.Prompt} with its finders, and the ways in which prompts come to be.
 * {@link org.kukai.prompt.PromptIntake} is the door for many at once: it refuses bad {@link org.kukai.prompt.Row rows} one
 * by one, stores each request once, and tells what became of them in an {@link org.kukai.prompt.Intake}. Which
 * {@link org.kukai.prompt.Split} a prompt is on is drawn from its words, so it is the same everywhere.
 */
@NullMarked
package org.kukai.prompt;

import org.jspecify.annotations.NullMarked;
