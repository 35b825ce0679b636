package io.fueloptimine.operators.drift;

import io.fueloptimine.models.mine.consumption.DataDrift;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.road.RoadExcess;

/**
 * What suggests a drift. Exactly one component is given.
 *
 * @param residuals a drift of residuals; null for other evidence
 * @param road the excess of a road segment; null for other evidence
 * @param data a feature compared with the training data; null for other evidence
 */
public record DriftEvidence(DriftEvent residuals, RoadExcess road, DataDrift data) {

    static DriftEvidence of(DriftEvent residuals) {
        return new DriftEvidence(residuals, null, null);
    }

    static DriftEvidence of(RoadExcess road) {
        return new DriftEvidence(null, road, null);
    }

    static DriftEvidence of(DataDrift data) {
        return new DriftEvidence(null, null, data);
    }

    /** The mine. */
    public String site() {
        if (residuals != null) {
            return residuals.site();
        }
        return road != null ? road.site() : data.site();
    }
}
