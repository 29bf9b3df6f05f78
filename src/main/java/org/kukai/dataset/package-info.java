/**
 * What leaves Kukai: a {@link org.kukai.dataset.Release} is a frozen snapshot of preference rows with its files, ordered on
 * {@link org.kukai.dataset.Terms} and filled in the background by {@link org.kukai.dataset.ReleaseBuilder}.
 * {@link org.kukai.dataset.Preview} tells beforehand how many rows the terms would give, and
 * {@link org.kukai.dataset.ReleaseStore} reads any range of a file.
 */
@NullMarked
package org.kukai.dataset;

import org.jspecify.annotations.NullMarked;
