package io.fueloptimine.jobs.compare.ledger;

import io.fueloptimine.jobs.compare.run.RunSettings;
import io.fueloptimine.jobs.compare.run.SwitchedRun;
import io.fueloptimine.jobs.simulator.observation.HauledLoad;
import io.fueloptimine.jobs.simulator.observation.MineObserver;
import io.fueloptimine.jobs.simulator.observation.TruckTimeCategory;
import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.models.dispatch.bound.TravelCosts;
import io.fueloptimine.models.dispatch.ledger.Baseline;
import io.fueloptimine.models.dispatch.ledger.BaselineFit;
import io.fueloptimine.models.dispatch.ledger.RoadMetres;
import io.fueloptimine.models.dispatch.ledger.SavingMeasurement;
import io.fueloptimine.models.dispatch.ledger.ShiftWork;
import io.fueloptimine.models.dispatch.policy.PolicyName;
import io.fueloptimine.models.mine.saving.LedgerShift;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Measures the saving of a change of policy as the ledger does, and compares it with the truth. The
 * mine is run with one policy in the baseline shifts and with another one in the reporting shifts;
 * the truth is a run of the same seed, with the same random numbers, in which nothing changes.
 *
 * <p>The ledger reads sensors: the litres of each truck are wrong by a constant factor with a
 * standard deviation of 6 %, its payloads by 2 %. The truth is not. Thread-safe.
 *
 * @param mine the mine
 * @param baselineShifts number of shifts of the baseline period, at least 6
 * @param reportingShifts number of shifts after it
 */
public record LedgerTrial(MineSite mine, int baselineShifts, int reportingShifts) {

    private static final double FUEL_SENSOR_SD = 0.06;
    private static final double PAYLOAD_SENSOR_SD = 0.02;
    private static final double LEAST_COVERAGE = 0.98;

    /**
     * What the ledger measured and what is true.
     *
     * @param measuredPct saved litres in percent of the expected ones, all reporting shifts
     * @param halfWidthPct half of the 95 % interval of {@code measuredPct}
     * @param truePct saved litres in percent of those of the run without change, adjusted for the
     *     difference of the tonnes
     * @param tonnesPct difference of the tonnes of both runs, %
     */
    public record Result(
            long seed, double measuredPct, double halfWidthPct, double truePct, double tonnesPct) {

        /** Measured minus true, percentage points. */
        public double errorPoints() {
            return measuredPct - truePct;
        }
    }

    private record Recorded(List<ShiftWork> sensed, List<ShiftWork> exact) {}

    /**
     * Runs one seed with the first policy in the baseline, and once with each of the others after
     * it.
     *
     * @return one result for each of the other policies, in their order
     */
    public List<Result> results(PolicyName first, List<PolicyName> seconds, long seed) {
        Recorded unchanged = recorded(first, first, seed);
        return seconds.stream()
                .map(second -> second == first ? unchanged : recorded(first, second, seed))
                .map(changed -> result(seed, measured(changed.sensed()), changed, unchanged))
                .toList();
    }

    private Result result(
            long seed, List<LedgerShift> measured, Recorded changed, Recorded unchanged) {
        double saved = measured.stream().mapToDouble(LedgerShift::savedL).sum();
        double expected = measured.stream().mapToDouble(LedgerShift::expectedL).sum();
        double noise = 0;
        double fit = 0;
        for (LedgerShift shift : measured) {
            noise += shift.noise95L() * shift.noise95L();
            fit += shift.fit95L();
        }
        ShiftWork with = sum(reporting(changed.exact()));
        ShiftWork without = sum(reporting(unchanged.exact()));
        double adjusted = with.litres().total() * without.tonnes() / with.tonnes();
        return new Result(
                seed,
                100 * saved / expected,
                100 * Math.hypot(Math.sqrt(noise), fit) / expected,
                100 * (1 - adjusted / without.litres().total()),
                100 * (with.tonnes() / without.tonnes() - 1));
    }

    private List<LedgerShift> measured(List<ShiftWork> shifts) {
        TravelCosts metres = new RoadMetres(mine);
        BaselineFit fit =
                new Baseline(shifts.subList(0, baselineShifts)).fit(6, metres).orElseThrow();
        SavingMeasurement measurement = new SavingMeasurement(fit, metres, LEAST_COVERAGE);
        return reporting(shifts).stream().map(shift -> measurement.of(shift).total()).toList();
    }

    private List<ShiftWork> reporting(List<ShiftWork> shifts) {
        return shifts.subList(baselineShifts, baselineShifts + reportingShifts);
    }

    private Recorded recorded(PolicyName first, PolicyName second, long seed) {
        int shifts = baselineShifts + reportingShifts;
        ShiftRecorder sensed =
                new ShiftRecorder(
                        mine,
                        shifts,
                        sensor(seed, "fuel-sensor", FUEL_SENSOR_SD),
                        sensor(seed, "payload-sensor", PAYLOAD_SENSOR_SD));
        ShiftRecorder exact = new ShiftRecorder(mine, shifts, truckId -> 1, truckId -> 1);
        new SwitchedRun(RunSettings.ofShifts(mine, shifts), seed)
                .run(
                        first,
                        second,
                        Duration.ofHours(12L * baselineShifts),
                        new BothRecorders(sensed, exact),
                        now -> {
                            sensed.at(now);
                            exact.at(now);
                        });
        return new Recorded(sensed.shifts(), exact.shifts());
    }

    private static ShiftWork sum(List<ShiftWork> shifts) {
        return shifts.stream().reduce(ShiftWork::plus).orElseThrow();
    }

    private static ToDoubleFunction<String> sensor(long seed, String name, double sd) {
        return truckId -> 1 + sd * SeededRandom.of(seed, truckId + name).gaussian();
    }

    private record BothRecorders(ShiftRecorder sensed, ShiftRecorder exact)
            implements MineObserver {

        @Override
        public void time(
                String truckId, TruckTimeCategory category, double seconds, double litres) {
            sensed.time(truckId, category, seconds, litres);
            exact.time(truckId, category, seconds, litres);
        }

        @Override
        public void hauled(HauledLoad load) {
            sensed.hauled(load);
            exact.hauled(load);
        }
    }
}
