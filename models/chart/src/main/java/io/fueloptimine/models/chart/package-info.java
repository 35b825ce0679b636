/**
 * Charts as SVG text, drawn without AWT: a mine's server has a headless JDK and no fonts. Each
 * {@code XxxChart} is one picture; the same figures give the same bytes. Nothing here knows of
 * models or litres.
 */
package io.fueloptimine.models.chart;
