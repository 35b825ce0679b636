package io.fueloptimine.jobs.simulator.calibration;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.observation.TruckTimeCategory;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.LoadingUnitKind;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Rebuilds from the messages of a mine what was measured at the Andean mine: haul cycles, hours,
 * hang times, refuellings, distances and speeds. Not thread-safe.
 */
final class MineLog implements Consumer<MachineMessage> {

    private final Map<String, TruckLog> trucks = new HashMap<>();
    private final Map<String, TruckClass> classes = new HashMap<>();
    private final Map<String, UnitLog> units = new HashMap<>();
    private final Map<String, Long> refuelledMs = new HashMap<>();
    private final Map<LoadingUnitKind, Sample> hangS = new EnumMap<>(LoadingUnitKind.class);
    private final List<LoggedCycle> cycles = new ArrayList<>();
    private final List<RefuelInterval> intervals = new ArrayList<>();
    private final Sample refuelL = new Sample();
    private final Sample refuelMinutes = new Sample();
    private final Sample intervalH = new Sample();
    private final PitRecords records;
    private final SensorLog sensors;
    private boolean measuring;

    /**
     * @param trucks the trucks that are measured
     * @param sampleS time between two telemetry messages of a machine, s
     */
    MineLog(MineSite site, List<Truck> trucks, double sampleS, PitRecords records) {
        this.records = records;
        sensors = new SensorLog(sampleS);
        Set<String> faces =
                site.loadingUnits().stream().map(LoadingUnit::faceId).collect(Collectors.toSet());
        Map<String, LoadingUnitKind> kinds =
                site.loadingUnits().stream()
                        .collect(Collectors.toMap(LoadingUnit::id, LoadingUnit::kind));
        kinds.forEach((id, kind) -> units.put(id, new UnitLog(kind)));
        for (Truck truck : trucks) {
            this.trucks.put(truck.id(), new TruckLog(truck.id(), faces, kinds));
            classes.put(truck.id(), site.truckClass(truck.className()));
        }
        for (LoadingUnitKind kind : LoadingUnitKind.values()) {
            hangS.put(kind, new Sample());
        }
    }

    /** Measures from now on; what was before is forgotten. */
    void startMeasuring(long nowMs) {
        measuring = true;
        trucks.values().forEach(truck -> truck.startMeasuring(nowMs));
    }

    /** Ends the measurement. */
    void stopMeasuring(long nowMs) {
        measuring = false;
        trucks.values().forEach(truck -> truck.settle(nowMs));
    }

    List<LoggedCycle> cycles() {
        return cycles;
    }

    /** Time of all trucks in a category, h. */
    double hours(TruckTimeCategory category) {
        return trucks.values().stream().mapToDouble(truck -> truck.hours(category)).sum();
    }

    SensorLog sensors() {
        return sensors;
    }

    /** Time that the units of a kind waited for trucks before each load, s. */
    Sample hangS(LoadingUnitKind kind) {
        return hangS.get(kind);
    }

    Sample refuelL() {
        return refuelL;
    }

    Sample refuelMinutes() {
        return refuelMinutes;
    }

    Sample intervalH() {
        return intervalH;
    }

    /** The intervals between refuellings from which fuel rates are computed. */
    List<RefuelInterval> intervals() {
        return intervals;
    }

    @Override
    public void accept(MachineMessage message) {
        long atMs = message.time().toEpochMilli();
        Map<String, Object> body = message.body();
        if (message.stream() == ReadingStream.REFUEL) {
            refuel(body, atMs);
        } else if (message.kind() == EquipmentKind.SHOVEL) {
            if (message.stream() == ReadingStream.STATE) {
                unitState(message.machineId(), body, atMs);
            }
        } else if (message.kind() == EquipmentKind.HAULTRUCK) {
            truckMessage(message, atMs);
        }
    }

    private void truckMessage(MachineMessage message, long atMs) {
        if (message.stream() == ReadingStream.STATE) {
            truckState(message.machineId(), message.body(), atMs);
        } else if (message.stream() == ReadingStream.TELEMETRY && measuring) {
            TruckLog truck = trucks.get(message.machineId());
            if (truck != null && truck.category() != null) {
                TruckClass truckClass = classes.get(message.machineId());
                Map<String, Object> body = message.body();
                truck.drove((Double) body.get("speedKph") / 3.6 * sensors.sampleS());
                sensors.add(message.machineId(), truckClass, truck.category(), body);
            }
        }
    }

    private void truckState(String truckId, Map<String, Object> body, long atMs) {
        String unitId = (String) body.get("counterpartId");
        if (unitId != null) {
            units.get(unitId).truckArrived(atMs);
        }
        TruckLog truck = trucks.get(truckId);
        LoggedCycle ended = truck == null ? null : truck.changeState(body, atMs);
        if (ended != null && measuring) {
            cycles.add(ended);
        }
    }

    private void unitState(String unitId, Map<String, Object> body, long atMs) {
        UnitLog unit = units.get(unitId);
        double seconds = unit.changeState(body, atMs);
        if (seconds >= 0 && measuring) {
            hangS.get(unit.kind()).add(seconds);
        }
    }

    private void refuel(Map<String, Object> body, long atMs) {
        String truckId = (String) body.get("truckId");
        TruckLog truck = trucks.get(truckId);
        if (truck == null) {
            return;
        }
        double litres = (Double) body.get("dispensedL");
        RefuelInterval interval =
                new RefuelInterval(
                        truckId, truck.takeKindHours(), litres, records.takeBurntL(truckId));
        Long beforeMs = refuelledMs.put(truckId, atMs);
        if (!measuring) {
            return;
        }
        refuelL.add(litres);
        refuelMinutes.add((Double) body.get("durationS") / 60);
        if (beforeMs != null) {
            intervalH.add((atMs - beforeMs) / 3_600_000.0);
            if (interval.usable()) {
                intervals.add(interval);
            }
        }
    }
}
