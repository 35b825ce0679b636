package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.PatternSettings;
import io.fueloptimine.models.alarm.rule.RecentLoads;
import io.fueloptimine.models.alarm.rule.TruckScale;
import io.fueloptimine.models.alarm.rule.UnitEvent;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;

/**
 * Compares the payload scales of a site's trucks with each other: PAYLOAD_BIAS. Belongs to an
 * operator whose key is the site; the state of a site is that of the operator's present key and
 * expires like that of the other rules ({@link AlarmMemory}).
 */
final class CompareScales {

    private final PatternSettings limits;
    private final MapState<String, RecentLoads> loadsOfUnits;
    private final MapState<String, TruckScale> scales;

    CompareScales(RuntimeContext context, PatternSettings limits) {
        this.limits = limits;
        loadsOfUnits =
                context.getMapState(
                        AlarmMemory.expiring(
                                new MapStateDescriptor<>(
                                        "loads-of-units",
                                        Types.STRING,
                                        Types.POJO(RecentLoads.class))));
        scales =
                context.getMapState(
                        AlarmMemory.expiring(
                                new MapStateDescriptor<>(
                                        "scales", Types.STRING, Types.POJO(TruckScale.class))));
    }

    /** Judges the scale of a truck that was loaded. */
    void add(UnitEvent load, Collector<AlarmSignal> out) throws Exception {
        RecentLoads known = loadsOfUnits.get(load.unitId());
        RecentLoads recent = known == null ? RecentLoads.NONE : known;
        double usual = recent.medianOfOthers(load.truckId());
        loadsOfUnits.put(load.unitId(), recent.with(load.truckId(), load.loadShare()));
        if (!(usual > 0)) {
            return;
        }
        TruckScale before = scales.get(load.truckId());
        before = before == null ? TruckScale.NONE : before;
        TruckScale now = before.with(load.loadShare() / usual, limits);
        scales.put(load.truckId(), now);
        if (now.raised() != before.raised()) {
            out.collect(now.signal(load, limits));
        }
    }
}
