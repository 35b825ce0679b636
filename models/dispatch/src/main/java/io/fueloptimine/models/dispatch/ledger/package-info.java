/**
 * Measured savings of fuel: what the trucks of a mine burnt in a shift, compared with what they
 * would have burnt for the same hauls as in a baseline period. Begin with {@link
 * io.fueloptimine.models.dispatch.ledger.Baseline}.
 */
package io.fueloptimine.models.dispatch.ledger;
