package io.fueloptimine.jobs.backtest.mine;

import io.fueloptimine.jobs.backtest.fit.RecordsFit;
import io.fueloptimine.jobs.backtest.fit.UnitStops;
import io.fueloptimine.jobs.backtest.records.RecordedCycle;
import io.fueloptimine.jobs.backtest.records.RecordedShift;
import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.DumpTarget;
import io.fueloptimine.models.mine.site.FaceTarget;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.LoadingUnitKind;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Builds the {@link ShiftMine} of one shift. Use an instance for one shift. */
public final class ShiftMineBuilder {

    private static final double SHIFT_HOURS = 12;
    private static final double SECONDS_PER_HOUR = 3_600;

    /** A dump has no queue for bays: the recorded queues are drawn as holds. */
    private static final int BAYS = 100;

    private static final double NO_LIMIT_TPH = 1e6;

    private final RecordsFit fit;
    private final RecordedShift shift;
    private final Map<Cell, Double> owedT;
    private final PlaceIds ids = new PlaceIds();
    private final ShiftNetwork network;
    private final SortedMap<Cell, Double> tonnes = new TreeMap<>();
    private final Map<String, Instant> unitsFrom = new LinkedHashMap<>();
    private final Map<String, LoadingUnit> units = new TreeMap<>();

    /** Builds the mine of a shift with its recorded tonnes. */
    public ShiftMineBuilder(RecordsFit fit, RecordedShift shift) {
        this(fit, shift, Map.of());
    }

    /**
     * @param owedT tonnes that the shifts before have left (positive) or moved too many (negative),
     *     by face and destination, t; they are added to the recorded tonnes of the shift
     */
    public ShiftMineBuilder(RecordsFit fit, RecordedShift shift, Map<Cell, Double> owedT) {
        this.fit = fit;
        this.shift = shift;
        this.owedT = owedT;
        network = new ShiftNetwork(fit, ids);
    }

    /** The mine with the shift's tonnes as its dig plan. */
    public ShiftMine build() {
        SortedSet<String> starts = new TreeSet<>();
        for (RecordedCycle cycle : shift.cycles()) {
            tonnes.merge(new Cell(cycle.faceId(), cycle.dumpId()), cycle.payloadT(), Double::sum);
            addUnit(cycle);
            starts.add(cycle.dumpId());
        }
        tonnes.replaceAll((cell, t) -> Math.max(0, t + owedT.getOrDefault(cell, 0.0)));
        SortedMap<String, List<ShiftMine.Haul>> hauls = new TreeMap<>();
        Map<String, String> firstPlaces = new HashMap<>();
        shift.byTruck()
                .forEach(
                        (truckId, cycles) -> {
                            hauls.put(truckId, cycles.stream().map(this::haul).toList());
                            starts.add(cycles.get(0).previousDumpId());
                            firstPlaces.put(
                                    truckId, network.parkingOf(cycles.get(0).previousDumpId()));
                        });
        network.build(tonnes.keySet(), starts);
        return new ShiftMine(
                shift,
                site(hauls),
                fit,
                network.cells(),
                network.dumpOf(),
                network.faceOf(),
                hauls,
                firstPlaces,
                unitsFrom,
                stops(),
                network.speedFactors(),
                network.emptyWays());
    }

    private Map<String, List<UnitStops.Stop>> stops() {
        Map<String, List<UnitStops.Stop>> stops = new HashMap<>();
        UnitStops.ofUnits(shift.cycles(), this::unitId)
                .forEach((unit, list) -> stops.put(unit, simulated(list)));
        Map<String, List<UnitStops.Stop>> ofDumps = UnitStops.ofDumps(shift.cycles());
        network.cells().forEach((id, cell) -> stops.put(id, simulated(ofDumps.get(cell.dumpId()))));
        return stops;
    }

    private List<UnitStops.Stop> simulated(List<UnitStops.Stop> stops) {
        return stops.stream()
                .map(
                        stop ->
                                new UnitStops.Stop(
                                        ShiftMine.simulated(shift, stop.from()),
                                        ShiftMine.simulated(shift, stop.until())))
                .toList();
    }

    private void addUnit(RecordedCycle cycle) {
        String id = unitId(cycle);
        Instant arrivedAt =
                ShiftMine.simulated(
                        shift, cycle.assignedAt().plusSeconds(Math.round(cycle.emptyTravelS())));
        unitsFrom.merge(id, arrivedAt, (a, b) -> a.isBefore(b) ? a : b);
        double meanS = fit.loading().meanS(cycle.unitId());
        units.putIfAbsent(
                id,
                new LoadingUnit(
                        id,
                        kindOf(meanS),
                        network.face(cycle.faceId()),
                        Material.WASTE,
                        meanS,
                        meanPayloadT() * SECONDS_PER_HOUR / meanS));
    }

    /** The kind decides how long an idle unit counts as waiting for trucks. */
    private static LoadingUnitKind kindOf(double meanLoadingS) {
        if (meanLoadingS < 200) {
            return LoadingUnitKind.CABLE_SHOVEL;
        }
        return meanLoadingS < 350 ? LoadingUnitKind.HYDRAULIC_SHOVEL : LoadingUnitKind.WHEEL_LOADER;
    }

    private double meanPayloadT() {
        return shift.sum(RecordedCycle::payloadT) / shift.cycles().size();
    }

    private String unitId(RecordedCycle cycle) {
        return ids.of(cycle.unitId() + "_" + cycle.faceId());
    }

    private ShiftMine.Haul haul(RecordedCycle cycle) {
        return new ShiftMine.Haul(
                unitId(cycle),
                network.face(cycle.faceId()),
                network.dumpPlace(new Cell(cycle.faceId(), cycle.dumpId())));
    }

    private MineSite site(SortedMap<String, List<ShiftMine.Haul>> hauls) {
        Map<String, ShiftMine.Haul> pairs = TruckPairs.of(shift, hauls);
        Map<String, String> classOf = new HashMap<>();
        shift.cycles().forEach(cycle -> classOf.put(cycle.truckId(), cycle.className()));
        List<Truck> trucks =
                hauls.keySet().stream()
                        .map(
                                id ->
                                        new Truck(
                                                id,
                                                classOf.get(id),
                                                pairs.get(id).unitId(),
                                                pairs.get(id).dumpPlaceId()))
                        .toList();
        List<DumpPoint> dumps =
                network.cells().keySet().stream()
                        .map(id -> new DumpPoint(id, Material.WASTE, 0, NO_LIMIT_TPH, BAYS))
                        .toList();
        return new MineSite(
                "backtest",
                digPlan(),
                network.locations(),
                network.roads(),
                List.copyOf(fit.truckClasses().values()),
                trucks,
                List.copyOf(units.values()),
                dumps,
                List.of());
    }

    private DigPlan digPlan() {
        Map<String, Double> faceTonnes = new TreeMap<>();
        Map<String, List<String>> destinations = new TreeMap<>();
        List<DumpTarget> dumps = new ArrayList<>();
        tonnes.forEach(
                (cell, t) -> {
                    String place = network.dumpPlace(cell);
                    faceTonnes.merge(cell.faceId(), t, Double::sum);
                    destinations.computeIfAbsent(cell.faceId(), f -> new ArrayList<>()).add(place);
                    dumps.add(new DumpTarget(place, Material.WASTE, t));
                });
        List<FaceTarget> faces = new ArrayList<>();
        faceTonnes.forEach(
                (face, t) ->
                        faces.add(
                                new FaceTarget(
                                        network.face(face),
                                        Material.WASTE,
                                        t,
                                        1,
                                        destinations.get(face),
                                        0,
                                        true)));
        return new DigPlan(SHIFT_HOURS, faces, dumps, DigPlan.GradeBand.ANY);
    }
}
