package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.dispatch.fleet.FleetMachines;
import io.fueloptimine.models.dispatch.price.FuelResidual;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.models.mine.site.MineSites;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/**
 * Selects what concerns the trucks and road segments that the mine files name, because a sender can
 * make up any number of others. Metric: {@code evidenceOfUnknownSubjects}.
 *
 * @param <T> scored windows, drift events or excesses of road segments
 */
final class PickPriceEvidence<T> extends RichFlatMapFunction<T, PriceEvidence> {

    private static final long serialVersionUID = 1;

    private final MineSites mines;
    private transient Map<String, FleetMachines> fleets;
    private transient Counter evidenceOfUnknownSubjects;

    PickPriceEvidence(MineSites mines) {
        this.mines = mines;
    }

    /** The evidence in scored windows, drift events and excesses of roads, not keyed. */
    static DataStream<PriceEvidence> of(
            DataStream<ScoredWindow> scores,
            DataStream<DriftEvent> drifts,
            DataStream<RoadExcess> roads,
            MineSites mines) {
        return in(scores, mines, "pick-residuals", "Pick residuals of the fleet")
                .union(
                        in(drifts, mines, "pick-drifts", "Pick drifts of the fleet"),
                        in(roads, mines, "pick-road-excess", "Pick excesses of the mines' roads"));
    }

    private static <T> DataStream<PriceEvidence> in(
            DataStream<T> records, MineSites mines, String uid, String name) {
        return records.flatMap(new PickPriceEvidence<T>(mines))
                .returns(PriceEvidence.class)
                .uid(uid)
                .name(name);
    }

    @Override
    public void open(OpenContext context) {
        fleets = new HashMap<>();
        mines.bySite().forEach((site, mine) -> fleets.put(site, new FleetMachines(mine)));
        evidenceOfUnknownSubjects =
                getRuntimeContext().getMetricGroup().counter("evidenceOfUnknownSubjects");
    }

    @Override
    public void flatMap(T found, Collector<PriceEvidence> out) {
        if (found instanceof DriftEvent drift) {
            if (drift.concernsMachineResiduals()) {
                emit(PriceEvidence.of(drift), hasTruck(drift.site(), drift.machineId()), out);
            }
        } else if (found instanceof ScoredWindow score) {
            FuelResidual.of(score)
                    .map(PriceEvidence::of)
                    .ifPresent(
                            evidence ->
                                    emit(evidence, hasTruck(score.site(), score.machineId()), out));
        } else if (found instanceof RoadExcess road) {
            emit(PriceEvidence.of(road), hasRoad(road), out);
        }
    }

    private boolean hasTruck(String site, String truckId) {
        FleetMachines fleet = fleets.get(site);
        return fleet != null && fleet.hasTruck(truckId);
    }

    private boolean hasRoad(RoadExcess road) {
        return mines.mine(road.site()).stream()
                .flatMap(mine -> mine.roads().stream())
                .anyMatch(segment -> segment.id().equals(road.segmentId()));
    }

    private void emit(PriceEvidence evidence, boolean known, Collector<PriceEvidence> out) {
        if (known) {
            out.collect(evidence);
        } else {
            evidenceOfUnknownSubjects.inc();
        }
    }
}
