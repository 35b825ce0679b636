/**
 * Retraining wired to a mine's Kafka, lake and SQL, as a process of its own, and its story told to
 * the person who watches a local run.
 */
package io.fueloptimine.jobs.local.retraining;
