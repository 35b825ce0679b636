/**
 * The mine of one shift as the simulator needs it: network, dig plan, conditions and activities.
 */
package io.fueloptimine.jobs.backtest.mine;
