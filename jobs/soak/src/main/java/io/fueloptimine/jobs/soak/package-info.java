/**
 * The soak test, which sends readings to the streaming jobs, injects faults, and afterwards checks
 * that no reading is missing or doubled.
 */
package io.fueloptimine.jobs.soak;
