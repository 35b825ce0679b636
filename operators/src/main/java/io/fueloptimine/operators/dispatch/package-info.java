/**
 * Dispatches trucks: follows the fleet, requests plans at intervals and on triggers, solves plans
 * on a separate thread, and emits one assignment for each truck that becomes free. The models are
 * in models/dispatch.
 */
package io.fueloptimine.operators.dispatch;
