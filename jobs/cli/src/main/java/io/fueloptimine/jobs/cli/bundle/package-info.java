/** The command {@code fuel bundle}: one archive with which a site is installed with no network. */
package io.fueloptimine.jobs.cli.bundle;
