/**
 * The ledger of measured savings: adds up what each truck did and burnt in a shift, and compares
 * the fleet's litres with the baseline period. Begin with {@link
 * io.fueloptimine.operators.ledger.Ledger}.
 */
package io.fueloptimine.operators.ledger;
