package io.fueloptimine.models.dispatch.price;

import io.fueloptimine.models.mine.consumption.DriftEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ratios of burnt to expected litres of the trucks of one mine, in memory. Not thread-safe.
 *
 * <p>Accept only trucks of the mine, because a sender can make up any number of others.
 */
public final class MachineRatios {

    private final PriceSettings settings;
    private final Map<String, MachineRatio> byTruck = new TreeMap<>();
    private String model = "";

    public MachineRatios(PriceSettings settings) {
        this.settings = settings;
    }

    /** Learns from the litres of one span. */
    public void accept(FuelResidual residual) {
        byTruck.put(residual.truckId(), of(residual.truckId()).with(residual, settings));
        model = residual.model();
    }

    /** Takes the ratio that a drift detector measured. */
    public void accept(DriftEvent drift) {
        byTruck.put(drift.machineId(), of(drift.machineId()).with(drift, settings));
    }

    /** The ratio of a truck at a time; 1 when nothing is known. */
    public double ratio(String truckId, Instant at) {
        return of(truckId).at(at, settings).ratio();
    }

    /** The corrections at a time, with ratios of trucks only. */
    public PriceCorrections at(Instant time) {
        Map<String, MachineRatio.Estimate> estimates = new TreeMap<>();
        byTruck.forEach((truck, ratio) -> estimates.put(truck, ratio.at(time, settings)));
        return new PriceCorrections(model, estimates, Map.of(), List.of());
    }

    private MachineRatio of(String truckId) {
        return byTruck.getOrDefault(truckId, MachineRatio.unknown());
    }
}
