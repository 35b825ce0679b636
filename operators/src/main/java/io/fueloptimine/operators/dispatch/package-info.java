/**
 * Dispatch as a stream: the fleet followed, a plan solved off the task thread on the clock and on
 * triggers, and one assignment for each truck that frees up. The thinking is in models/dispatch.
 */
package io.fueloptimine.operators.dispatch;
