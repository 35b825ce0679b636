/**
 * What a worn truck changed in a local run, beside a run of the same seed without the wear. Begin
 * with {@link io.fueloptimine.jobs.local.drift.DriftReport}.
 */
package io.fueloptimine.jobs.local.drift;
