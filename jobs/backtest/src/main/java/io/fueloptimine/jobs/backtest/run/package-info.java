/** Runs of one shift: the recorded assignments, and policies. */
package io.fueloptimine.jobs.backtest.run;
