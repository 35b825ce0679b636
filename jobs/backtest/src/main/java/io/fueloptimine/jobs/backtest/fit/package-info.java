/**
 * What is fitted to the records: lengths and paces of roads, durations by loading unit and dump.
 */
package io.fueloptimine.jobs.backtest.fit;
