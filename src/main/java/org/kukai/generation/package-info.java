/**
 * How haiku are made: a {@link org.kukai.generation.Run} asks models for several samples per prompt, each an {@link
 * org.kukai.generation.Attempt}, which ends as a haiku or with its reason. {@link org.kukai.generation.Runs} is the door:
 * it orders, pauses, resumes, cancels and retries; {@link org.kukai.generation.RunChanges} adds samples and sets budgets, {@link
 * org.kukai.generation.RunLanes} asks a parked model again or drops it, {@link org.kukai.generation.Spending} tells what was paid, {@link
 * org.kukai.generation.Estimates} says beforehand what an order comes to; {@link org.kukai.generation.RunMonitor} tells how far a run is, and {@link
 * org.kukai.generation.RunModel} what each of its models has made. Every node works on every run that is in motion, on samples that
 * it claims and stores in batches; what a dead node had claimed others take up.
 */
@NullMarked
package org.kukai.generation;

import org.jspecify.annotations.NullMarked;
