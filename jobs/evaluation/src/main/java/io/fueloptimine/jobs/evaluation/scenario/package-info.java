/** The scenarios of the evaluation: which fault begins on which machine, and when, by seed. */
package io.fueloptimine.jobs.evaluation.scenario;
