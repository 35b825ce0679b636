/** Simple detectors with which the alarms are compared. */
package io.fueloptimine.jobs.evaluation.baseline;
