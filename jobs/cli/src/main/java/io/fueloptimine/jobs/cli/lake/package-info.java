/** The commands {@code fuel lake}, which keep the files of the Parquet lake. */
package io.fueloptimine.jobs.cli.lake;
