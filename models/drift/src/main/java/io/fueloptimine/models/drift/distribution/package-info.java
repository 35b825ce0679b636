/** Distributions of features in a window against those of reference data. */
package io.fueloptimine.models.drift.distribution;
