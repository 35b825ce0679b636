/** Road segments that cost more diesel than their published rolling resistance explains. */
package io.fueloptimine.operators.road;
