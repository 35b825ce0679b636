/**
 * Reads CSV files as Excel and historians (databases of sensor values) write them, and reports the
 * rows that were left out. Begin at {@link io.fueloptimine.jobs.training.csv.CsvFile}.
 */
package io.fueloptimine.jobs.training.csv;
