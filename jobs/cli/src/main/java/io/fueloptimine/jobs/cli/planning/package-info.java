/** The commands that plan a fleet, or compute how much a plan can save at most. */
package io.fueloptimine.jobs.cli.planning;
