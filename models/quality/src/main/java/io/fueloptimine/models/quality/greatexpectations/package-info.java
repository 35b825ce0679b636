/**
 * Imports suites of Great Expectations. Begin with {@link
 * io.fueloptimine.models.quality.greatexpectations.GreatExpectations}.
 */
package io.fueloptimine.models.quality.greatexpectations;
