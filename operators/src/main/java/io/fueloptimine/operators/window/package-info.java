/**
 * Creates watermarks and one-minute fuel windows. Begin with {@link
 * io.fueloptimine.operators.window.FuelWindows} and {@link
 * io.fueloptimine.operators.window.ReadingWatermarks}. The computation of a window is in
 * models/fuel.
 */
package io.fueloptimine.operators.window;
