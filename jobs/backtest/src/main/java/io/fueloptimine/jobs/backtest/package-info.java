/** What dispatch would have saved at a mine, by its own records. */
package io.fueloptimine.jobs.backtest;
