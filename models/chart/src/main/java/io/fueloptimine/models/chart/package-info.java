/**
 * Charts as SVG text, drawn without AWT, because servers often have a headless JDK and no fonts.
 * {@link io.fueloptimine.models.chart.GroupChart} can also be written as PNG. Each class {@code
 * ...Chart} draws one kind of chart; equal values give equal bytes.
 */
package io.fueloptimine.models.chart;
