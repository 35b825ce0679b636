/** The command {@code fuel sql}: migrating, cutting and asking the SQL tables. */
package io.fueloptimine.jobs.cli.sql;
