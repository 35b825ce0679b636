/**
 * The least empty travel with which a shift's loads could have been hauled: an upper bound of what
 * any dispatcher can save by choosing where empty trucks go.
 */
package io.fueloptimine.models.dispatch.bound;
