/**
 * Haiku that were made elsewhere. {@link org.kukai.dataset.intake.CandidateImport} takes in a file of JSON lines or Parquet, in the
 * columns of the published data set or as one text a row, and leaves a {@link org.kukai.dataset.intake.HaikuImport} that says
 * what became of each row.
 */
@NullMarked
package org.kukai.dataset.intake;

import org.jspecify.annotations.NullMarked;
