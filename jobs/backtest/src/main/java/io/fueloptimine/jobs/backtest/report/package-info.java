/** The report of a backtest. */
package io.fueloptimine.jobs.backtest.report;
