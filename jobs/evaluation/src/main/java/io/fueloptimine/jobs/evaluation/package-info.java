/**
 * Evaluates alarms: simulates mines with known faults, runs their readings through the graphs of
 * jobs fuel and alarms, and compares the alarms with the faults.
 */
package io.fueloptimine.jobs.evaluation;
