/**
 * Import of Great Expectations suites. Begin at {@link
 * io.fueloptimine.models.quality.greatexpectations.GreatExpectations}.
 */
package io.fueloptimine.models.quality.greatexpectations;
