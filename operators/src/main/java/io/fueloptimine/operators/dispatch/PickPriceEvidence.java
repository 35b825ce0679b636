package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.dispatch.fleet.FleetMachines;
import io.fueloptimine.models.dispatch.price.FuelResidual;
import io.fueloptimine.models.mine.DriftEvent;
import io.fueloptimine.models.mine.MachineRecord;
import io.fueloptimine.models.mine.MineSites;
import io.fueloptimine.models.mine.ScoredWindow;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/**
 * Selects the scored windows and drift events of the trucks that the mine files name, because a
 * sender can make up any number of others. Metric: {@code evidenceOfUnknownTrucks}.
 *
 * @param <T> scored windows or drift events
 */
final class PickPriceEvidence<T extends MachineRecord>
        extends RichFlatMapFunction<T, PriceEvidence> {

    private static final long serialVersionUID = 1;

    private final MineSites mines;
    private transient Map<String, FleetMachines> fleets;
    private transient Counter evidenceOfUnknownTrucks;

    PickPriceEvidence(MineSites mines) {
        this.mines = mines;
    }

    /** The evidence in scored windows and drift events, not keyed. */
    static DataStream<PriceEvidence> of(
            DataStream<ScoredWindow> scores, DataStream<DriftEvent> drifts, MineSites mines) {
        DataStream<PriceEvidence> residuals =
                scores.flatMap(new PickPriceEvidence<ScoredWindow>(mines))
                        .returns(PriceEvidence.class)
                        .uid("pick-residuals")
                        .name("Pick residuals of the fleet");
        return residuals.union(
                drifts.flatMap(new PickPriceEvidence<DriftEvent>(mines))
                        .returns(PriceEvidence.class)
                        .uid("pick-drifts")
                        .name("Pick drifts of the fleet"));
    }

    @Override
    public void open(OpenContext context) {
        fleets = new HashMap<>();
        mines.bySite().forEach((site, mine) -> fleets.put(site, new FleetMachines(mine)));
        evidenceOfUnknownTrucks =
                getRuntimeContext().getMetricGroup().counter("evidenceOfUnknownTrucks");
    }

    @Override
    public void flatMap(T found, Collector<PriceEvidence> out) {
        if (found instanceof DriftEvent drift) {
            emitIfKnown(PriceEvidence.of(drift), drift.machineId(), out);
        } else if (found instanceof ScoredWindow score) {
            FuelResidual.of(score)
                    .map(PriceEvidence::of)
                    .ifPresent(evidence -> emitIfKnown(evidence, score.machineId(), out));
        }
    }

    private void emitIfKnown(
            PriceEvidence evidence, String machineId, Collector<PriceEvidence> out) {
        FleetMachines fleet = fleets.get(evidence.site());
        if (fleet != null && fleet.hasTruck(machineId)) {
            out.collect(evidence);
        } else {
            evidenceOfUnknownTrucks.inc();
        }
    }
}
