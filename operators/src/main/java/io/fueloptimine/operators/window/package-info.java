/**
 * Event time and the one-minute fuel windows. Begin at {@link
 * io.fueloptimine.operators.window.FuelWindows}; {@link
 * io.fueloptimine.operators.window.ReadingWatermarks} says what time it is. The arithmetic of a
 * window lives in the models.
 */
package io.fueloptimine.operators.window;
