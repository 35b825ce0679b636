/**
 * Compares dispatch policies on the simulated mine: each policy with the same seeds and the same
 * random numbers, in one process without a broker.
 */
package io.fueloptimine.jobs.compare;
