/**
 * Dispatch policies for a comparison in one process: the dispatch of this software and the rules
 * that it is compared with. All are driven by the same readings. Begin at {@link
 * io.fueloptimine.models.dispatch.policy.DispatchPolicy}.
 */
package io.fueloptimine.models.dispatch.policy;
