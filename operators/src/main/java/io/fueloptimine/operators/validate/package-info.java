/**
 * Validates readings, drops duplicates and counts data quality. Begin with {@link
 * io.fueloptimine.operators.validate.ValidateReadings} and {@link
 * io.fueloptimine.operators.validate.DropDuplicates}; rules, suites and their evaluation are in
 * models/quality.
 *
 * <p>Every message results in exactly one valid reading, one REJECTED record or one DUPLICATE
 * record; FLAGGED records are additional.
 */
package io.fueloptimine.operators.validate;
