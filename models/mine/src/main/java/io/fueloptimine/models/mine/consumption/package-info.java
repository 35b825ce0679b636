/** What machines did and burnt: haul cycles, fuel windows, scores and drift. */
package io.fueloptimine.models.mine.consumption;
