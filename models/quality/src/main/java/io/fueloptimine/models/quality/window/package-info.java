/**
 * Expectations of time windows: statistics of one machine's stream and the rules that apply to
 * them.
 */
package io.fueloptimine.models.quality.window;
