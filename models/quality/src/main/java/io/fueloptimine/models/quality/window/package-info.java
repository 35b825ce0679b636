/** Evaluation of window expectations: statistics of one machine's stream and the rules for them. */
package io.fueloptimine.models.quality.window;
