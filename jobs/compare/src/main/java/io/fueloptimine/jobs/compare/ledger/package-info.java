/**
 * Checks the ledger of measured savings against the simulated mine, where the true saving is known:
 * the same seed is run with and without the change of policy.
 */
package io.fueloptimine.jobs.compare.ledger;
