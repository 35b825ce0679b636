/**
 * Charts as SVG text. They are drawn without AWT, because servers often have a headless JDK and no
 * fonts. Each class {@code ...Chart} draws one kind of chart; equal values give equal bytes.
 */
package io.fueloptimine.models.chart;
