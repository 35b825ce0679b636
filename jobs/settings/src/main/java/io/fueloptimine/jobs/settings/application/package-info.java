/** Starts a JobManager for one job, as Flink's module flink-container does. */
package io.fueloptimine.jobs.settings.application;
