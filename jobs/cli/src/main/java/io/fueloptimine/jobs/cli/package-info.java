/**
 * The {@code fuel} commands, a package per family. They read and check options; the work is done by
 * other modules.
 */
package io.fueloptimine.jobs.cli;
