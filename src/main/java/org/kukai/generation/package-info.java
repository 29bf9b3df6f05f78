/**
 * How haiku are made: a {@link org.kukai.generation.Run} asks one model for several samples per prompt, each an {@link
 * org.kukai.generation.Attempt}, which ends as a haiku or with its reason. {@link org.kukai.generation.Runs} is the door:
 * it plans, pauses, resumes, cancels and retries; {@link org.kukai.generation.Progress} tells how far a run is. The work
 * itself is a job that goes on after a crash and stores nothing twice.
 */
@NullMarked
package org.kukai.generation;

import org.jspecify.annotations.NullMarked;
