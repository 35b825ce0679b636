package io.fueloptimine.jobs.evaluation.scenario;

import io.fueloptimine.jobs.simulator.scenario.DeliveryFault.SensorBias;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault.SilentSensor;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault.StuckSensor;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.InjectorWear;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.LeakingTank;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.Theft;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.TruckParked;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.WetRoad;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.WrongLoads;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.WrongSpeed;
import io.fueloptimine.jobs.simulator.scenario.Span;
import io.fueloptimine.models.alarm.PatternSettings;
import io.fueloptimine.models.mine.site.AuxMachine;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.RoadSegment;
import io.fueloptimine.models.mine.site.Truck;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The scenarios. A run contains several faults on different machines, so that the machines without
 * a fault show the false alarms of the same time.
 */
public enum EvaluationScenario {
    /** Thefts, leaks and a fuel meter that shows too little. */
    FUEL_LOSS(36, 10, EvaluationScenario::fuelLoss),
    /** Worn injectors, a wrong payload scale and a wrong rate sensor. */
    WEAR(36, 10, EvaluationScenario::wear),
    /** Rain on all roads. */
    WET_ROADS(10, 10, EvaluationScenario::wetRoads),
    /**
     * Stuck and silent sensors. A stuck sensor needs more readings: a minute is judged from 20
     * readings on.
     */
    SENSORS(8, 2, EvaluationScenario::sensors),
    /**
     * Overload, vibration, hot coolant, and speeding in mines whose trucks haul down a steep road.
     */
    DRIVING(10, 10, EvaluationScenario::driving),
    /** No fault for a day. */
    CLEAN(24, 10, plan -> {}),
    /** No fault for a week, for one seed. */
    CLEAN_WEEK(168, 10, plan -> {});

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Steepness of a descent on which SPEEDING judges loaded trucks, %. */
    private static final double STEEP_PCT = PatternSettings.DEFAULT.steepPct();

    private final Duration length;
    private final Duration sampling;
    private final Consumer<FaultPlan> faults;

    EvaluationScenario(int hours, int samplingS, Consumer<FaultPlan> faults) {
        length = Duration.ofHours(hours);
        sampling = Duration.ofSeconds(samplingS);
        this.faults = faults;
    }

    /** The name in options and reports, such as {@code fuel-loss}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The simulated time of a run. */
    public Duration length() {
        return length;
    }

    /** The usual time between two telemetry messages of a machine. */
    public Duration sampling() {
        return sampling;
    }

    /** Whether the scenario has no faults. */
    public boolean isClean() {
        return this == CLEAN || this == CLEAN_WEEK;
    }

    /** The most seeds that the scenario runs with. */
    public int maxSeeds() {
        return this == CLEAN_WEEK ? 1 : Integer.MAX_VALUE;
    }

    /**
     * The run with a seed.
     *
     * @param mine the mine; the run's site is named after the mine and the seed
     */
    public InjectedRun run(MineSite mine, long seed) {
        MineSite own =
                new MineSite(
                        mine.site() + "-" + seed,
                        mine.digPlan(),
                        mine.locations(),
                        mine.roads(),
                        mine.truckClasses(),
                        mine.trucks(),
                        mine.loadingUnits(),
                        mine.dumps(),
                        mine.auxMachines(),
                        mine.edgeNodes());
        FaultPlan plan = new FaultPlan(own, seed, wireName());
        faults.accept(plan);
        return plan.run();
    }

    private static void fuelLoss(FaultPlan plan) {
        theft(plan, plan.hours(3, 10));
        theft(plan, plan.hours(14, 28));
        String leaking = plan.truck();
        plan.inject(
                FaultKind.LEAK_5,
                Set.of(leaking),
                new LeakingTank(toTheEnd(plan.hours(6, 11)), leaking, 5));
        String leakingMore = plan.truck();
        plan.inject(
                FaultKind.LEAK_60,
                Set.of(leakingMore),
                new LeakingTank(new Span(plan.hours(6, 24), Duration.ofHours(4)), leakingMore, 60));
        String metered = plan.truck();
        Span span = toTheEnd(plan.hours(6, 11));
        plan.simulate(new SensorBias(span, Set.of(metered), "fuelRateLph", 0.92, 0));
        plan.inject(
                FaultKind.METER_LOW,
                Set.of(metered),
                new SensorBias(span, Set.of(metered), "totalFuelUsedL", 0.92, 0));
    }

    /** The truck is ordered to park two hours before the theft, and drives there when empty. */
    private static void theft(FaultPlan plan, Duration at) {
        String truck = plan.truck();
        double litres = plan.random().uniform(100, 300);
        Duration length = MINUTE.multipliedBy(10 + plan.random().below(20));
        plan.simulate(new TruckParked(new Span(at.minusHours(2), Duration.ofHours(5)), truck));
        plan.inject(
                FaultKind.THEFT,
                Set.of(truck),
                new Theft(new Span(at, length), truck, litres / length.toMinutes()));
    }

    /**
     * Small wear begins in the middle of the first shift: trucks work for about eight of its twelve
     * hours, and the operators of the next shifts are not known yet, so that only then operator and
     * truck are compared with themselves.
     */
    private static void wear(FaultPlan plan) {
        String worn = plan.truck();
        plan.inject(
                FaultKind.WEAR_6,
                Set.of(worn),
                new InjectorWear(toTheEnd(plan.hours(3.5, 5)), worn, 6, Duration.ZERO));
        String wornMore = plan.truck();
        plan.inject(
                FaultKind.WEAR_20,
                Set.of(wornMore),
                new InjectorWear(toTheEnd(plan.hours(8, 20)), wornMore, 20, Duration.ZERO));
        String weighed = plan.truck();
        plan.inject(
                FaultKind.PAYLOAD_SCALE,
                Set.of(weighed),
                new SensorBias(toTheEnd(plan.hours(8, 20)), Set.of(weighed), "payloadT", 1.1, 0));
        String rated = plan.truck();
        plan.inject(
                FaultKind.RATE_BIAS,
                Set.of(rated),
                new SensorBias(toTheEnd(plan.hours(8, 20)), Set.of(rated), "fuelRateLph", 1.15, 0));
    }

    /** While trucks haul: when a shift has moved its tonnes, all trucks are parked. */
    private static void wetRoads(FaultPlan plan) {
        Set<String> all =
                plan.mine().roads().stream().map(RoadSegment::id).collect(Collectors.toSet());
        plan.inject(
                FaultKind.WET_ROADS,
                Set.of(),
                new WetRoad(new Span(plan.hours(4, 6), Duration.ofHours(3)), all, 1));
    }

    private static void sensors(FaultPlan plan) {
        String stuck = plan.truck();
        plan.inject(
                FaultKind.STUCK_SENSOR,
                Set.of(stuck),
                new StuckSensor(
                        new Span(plan.hours(1, 2.5), Duration.ofHours(2)),
                        Set.of(stuck),
                        "fuelRateLph"));
        String silent = plan.truck();
        plan.inject(
                FaultKind.SILENT_MACHINE,
                Set.of(silent),
                new SilentSensor(
                        new Span(plan.hours(1, 4), Duration.ofMinutes(30)), Set.of(silent)));
        // At the same time for every seed, because all mines of one job share its event time.
        plan.inject(
                FaultKind.ALL_SILENT,
                Set.of(),
                new SilentSensor(
                        new Span(Duration.ofHours(6), Duration.ofMinutes(10)),
                        machines(plan.mine())));
    }

    private static void driving(FaultPlan plan) {
        LoadingUnit unit = plan.oneOf(plan.mine().loadingUnits());
        plan.inject(
                FaultKind.OVERLOAD,
                plan.mine().trucks().stream()
                        .filter(truck -> unit.id().equals(truck.pairedLoadingUnitId()))
                        .map(Truck::id)
                        .collect(Collectors.toSet()),
                new WrongLoads(new Span(plan.hours(2, 7), Duration.ofHours(2)), unit.id(), 1.25));
        plan.truckDownhill(STEEP_PCT)
                .ifPresent(
                        fast ->
                                plan.inject(
                                        FaultKind.SPEEDING,
                                        Set.of(fast),
                                        new WrongSpeed(
                                                new Span(plan.hours(2, 7), Duration.ofHours(2)),
                                                fast,
                                                1.4)));
        String shaking = plan.oneOf(plan.mine().auxMachines()).id();
        plan.inject(
                FaultKind.VIBRATION,
                Set.of(shaking),
                new SensorBias(
                        new Span(plan.hours(2, 7), Duration.ofHours(2)),
                        Set.of(shaking),
                        "vibrationRmsMmS",
                        5,
                        0));
        String hot = plan.truck();
        plan.inject(
                FaultKind.COOLANT,
                Set.of(hot),
                new SensorBias(
                        new Span(plan.hours(2, 7), Duration.ofHours(2)),
                        Set.of(hot),
                        "coolantTempC",
                        1,
                        30));
    }

    private static Set<String> machines(MineSite mine) {
        return Stream.of(
                        mine.trucks().stream().map(Truck::id),
                        mine.loadingUnits().stream().map(LoadingUnit::id),
                        mine.auxMachines().stream().map(AuxMachine::id))
                .flatMap(ids -> ids)
                .collect(Collectors.toSet());
    }

    private static Span toTheEnd(Duration start) {
        return new Span(start, Duration.ofHours(200).minus(start));
    }
}
