/** What really happened in the simulated mines, against which alarms are judged. */
package io.fueloptimine.jobs.evaluation.truth;
