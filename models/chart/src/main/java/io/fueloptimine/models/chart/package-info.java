/**
 * Charts as SVG text, drawn without AWT, because a mine's server has a headless JDK and no fonts.
 * Each {@code XxxChart} is one picture; equal values give equal bytes.
 */
package io.fueloptimine.models.chart;
