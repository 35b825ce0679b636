/**
 * The second and third step of ingest: readings are held against declared rules, and repeats are
 * dropped. Begin at {@link io.fueloptimine.operators.validate.ValidateReadings} and {@link
 * io.fueloptimine.operators.validate.DropDuplicates}; the rules stand in {@code
 * validation-suite.yaml} among the resources, the reading of such files in {@code SuiteReader}.
 *
 * <p>Every message ends as exactly one valid reading, one REJECTED or one DUPLICATE record; FLAGGED
 * records come on top.
 */
package io.fueloptimine.operators.validate;
