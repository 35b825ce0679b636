package io.fueloptimine.jobs.simulator.digplan;

import io.fueloptimine.models.mine.site.Material;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The progress of the dig plan, which is saved as JSON.
 *
 * @param plannedFromMs the time from which the plan counts, in ms since the epoch
 * @param facesT tonnes loaded at each face, by face id
 * @param dumps tonnes dumped at each dump
 * @param bound the loads that trucks are about to fetch or to dump, by truck id
 */
public record DigProgressState(
        long plannedFromMs,
        Map<String, Double> facesT,
        List<Dumped> dumps,
        Map<String, BoundLoad> bound) {

    public DigProgressState {
        facesT = Collections.unmodifiableMap(new LinkedHashMap<>(facesT));
        dumps = List.copyOf(dumps);
        bound = Collections.unmodifiableMap(new LinkedHashMap<>(bound));
    }

    /**
     * Tonnes of a material dumped at one dump.
     *
     * @param tonnes tonnes since the plan counts, t
     */
    public record Dumped(String dumpId, Material material, double tonnes) {}
}
