/**
 * The way in for suites of Great Expectations: begin at {@link
 * io.fueloptimine.models.quality.greatexpectations.GreatExpectations}.
 */
package io.fueloptimine.models.quality.greatexpectations;
