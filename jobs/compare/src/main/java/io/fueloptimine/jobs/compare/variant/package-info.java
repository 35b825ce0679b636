/** What happens to the mine during a run: weather, breakdowns, damaged roads. */
package io.fueloptimine.jobs.compare.variant;
