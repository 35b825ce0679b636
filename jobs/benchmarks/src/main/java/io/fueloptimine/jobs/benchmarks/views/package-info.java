/** {@code fuel bench views}: the views for analysts over the windows of most of a year. */
package io.fueloptimine.jobs.benchmarks.views;
