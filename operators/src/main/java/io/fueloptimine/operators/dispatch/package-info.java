/**
 * Dispatch as a stream: follows the fleet, requests plans at intervals and on triggers, solves them
 * off the task thread, and emits one assignment for each truck that becomes free. The models are in
 * models/dispatch.
 */
package io.fueloptimine.operators.dispatch;
