/** The {@code fuel} commands: options are read and checked here, the work is done elsewhere. */
package io.fueloptimine.jobs.cli;
