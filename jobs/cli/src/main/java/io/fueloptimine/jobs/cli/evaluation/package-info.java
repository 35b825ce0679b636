/** The command that evaluates alarms. */
package io.fueloptimine.jobs.cli.evaluation;
