/** Evaluates window expectations from statistics of one machine's stream. */
package io.fueloptimine.models.quality.window;
