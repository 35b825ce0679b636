/**
 * The way in for suites of Great Expectations: begin at {@link
 * io.fueloptimine.operators.validate.gx.GreatExpectations}.
 */
package io.fueloptimine.operators.validate.gx;
