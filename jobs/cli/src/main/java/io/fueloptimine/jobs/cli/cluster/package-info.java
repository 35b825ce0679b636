/** The commands that install the product on a mine's own servers. */
package io.fueloptimine.jobs.cli.cluster;
