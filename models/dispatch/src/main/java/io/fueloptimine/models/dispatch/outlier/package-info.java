/** Machines and operators whose consumption stands out beyond noise. */
package io.fueloptimine.models.dispatch.outlier;
