/** The haul cycles of a fleet management system, by shift. */
package io.fueloptimine.jobs.backtest.records;
