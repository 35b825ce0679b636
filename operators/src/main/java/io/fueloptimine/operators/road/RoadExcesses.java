package io.fueloptimine.operators.road;

import io.fueloptimine.models.dispatch.road.RoadExcessSettings;
import io.fueloptimine.models.dispatch.road.RoadPass;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.MineSites;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;

/** The steps from readings to the excess of road segments. */
public final class RoadExcesses {

    private RoadExcesses() {}

    /**
     * The excess of the road segments of each site, every hour.
     *
     * @param readings readings without repeats, by machine; those of sites without a mine file are
     *     ignored
     */
    public static DataStream<RoadExcess> of(
            KeyedStream<Reading, String> readings, MineSites mines) {
        DataStream<Reading> telemetry =
                readings.filter(
                                reading ->
                                        reading.telemetry() != null
                                                && reading.kind() == EquipmentKind.HAULTRUCK)
                        .uid("pick-truck-telemetry")
                        .name("Pick telemetry of trucks");
        return DataStreamUtils.reinterpretAsKeyedStream(telemetry, Reading::machineKey)
                .process(new FollowPasses(mines))
                .uid("follow-road-passes")
                .name("Find the road segment of each truck")
                .keyBy(RoadPass::site)
                .process(new LearnRoadExcess(mines, RoadExcessSettings.DEFAULT))
                .uid("learn-road-excess")
                .name("Learn excess litres of road segments");
    }
}
