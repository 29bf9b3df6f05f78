/**
 * Durable background work. {@link org.kukai.job.Jobs} takes an order in the caller's transaction, so that the order stands
 * exactly when the caller's own changes do; a {@link org.kukai.job.JobHandler} of another room does the work, on whichever
 * node is free, again after a crash and, with growing pauses, after a failure. No other room touches the job library, and this
 * one knows no domain word.
 */
@NullMarked
package org.kukai.job;

import org.jspecify.annotations.NullMarked;
