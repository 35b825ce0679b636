/**
 * Watermarks and one-minute fuel windows. Begin at {@link
 * io.fueloptimine.operators.window.FuelWindows} and {@link
 * io.fueloptimine.operators.window.ReadingWatermarks}. The arithmetic of a window is in
 * models/fuel.
 */
package io.fueloptimine.operators.window;
