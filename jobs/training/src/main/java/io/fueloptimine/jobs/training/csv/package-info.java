/**
 * CSV files as Excel and historians write them: forms, headers, rows and numbers, and the report of
 * rows that were left out. Begin at {@link io.fueloptimine.jobs.training.csv.CsvFile}.
 */
package io.fueloptimine.jobs.training.csv;
