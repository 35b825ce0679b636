/** The commands that process history. */
package io.fueloptimine.jobs.cli.history;
