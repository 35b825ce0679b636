/** Assigns alarms to faults: found, missed, false. Plain Java, without Flink. */
package io.fueloptimine.jobs.evaluation.match;
