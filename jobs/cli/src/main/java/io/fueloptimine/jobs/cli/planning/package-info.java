/** The commands that plan a fleet, or bound what a plan can save. */
package io.fueloptimine.jobs.cli.planning;
