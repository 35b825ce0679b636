/** Runs scenarios through the graphs of jobs fuel and alarms in this process. */
package io.fueloptimine.jobs.evaluation.run;
