package io.fueloptimine.jobs.simulator.calibration;

import io.fueloptimine.jobs.simulator.calibration.CalibrationReport.Row;
import io.fueloptimine.jobs.simulator.observation.CycleRecord;
import io.fueloptimine.jobs.simulator.observation.PitCounts;
import io.fueloptimine.jobs.simulator.observation.TruckTimeCategory;
import io.fueloptimine.models.mine.LoadingUnitKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Computes the rows of the calibration report: the anchors, measured on 57 trucks in nine days, and
 * the same quantities of a simulated run.
 */
final class CalibrationRows {

    private static final List<String> BANDS =
            List.of("-10..-8", "-8..-6", "-6..-3", "-3..3", "3..6", "6..8", "8..10", "10..14");
    private static final double HIGHEST_RATIO = 5;

    /** Durations up to 1 s count as zero, because a simulated phase takes at least 1 s. */
    private static final double ZERO_S = 1;

    private final CalibrationObserver observed;
    private final PitCounts before;
    private final PitCounts after;
    private final double calendarH;
    private final int days;
    private final List<Row> rows = new ArrayList<>();

    CalibrationRows(
            CalibrationObserver observed,
            PitCounts before,
            PitCounts after,
            double calendarH,
            int days) {
        this.observed = observed;
        this.before = before;
        this.after = after;
        this.calendarH = calendarH;
        this.days = days;
    }

    List<Row> rows() {
        rows.clear();
        payload();
        cycle();
        speeds();
        loading();
        fits();
        travelRatios();
        calendar();
        burn();
        fleet();
        refuels();
        return List.copyOf(rows);
    }

    private void payload() {
        Sample payload = of(CycleRecord::payloadT);
        row("payload mean, t", 306, payload.mean());
        row("payload sd, t", 13, payload.sd());
        row("payload p5, t", 293, payload.quantile(0.05));
        row("payload p95, t", 324, payload.quantile(0.95));
    }

    private void cycle() {
        Sample minutes = of(cycle -> cycle.cycleS() / 60);
        row("cycle median, min", 46, minutes.quantile(0.5));
        row("cycle mean, min", 50, minutes.mean());
        row("cycle p95, min", 88, minutes.quantile(0.95));
        row("distance empty, km", 5.05, of(CycleRecord::emptyM).mean() / 1_000);
        row("distance loaded, km", 5.49, of(CycleRecord::fullM).mean() / 1_000);
    }

    private void speeds() {
        speed(
                "mean speed loaded, km/h",
                16.8,
                3.6 * of(CycleRecord::fullM).mean() / of(CycleRecord::fullTravelS).mean());
        speed(
                "mean speed empty, km/h",
                21.8,
                3.6 * of(CycleRecord::emptyM).mean() / of(CycleRecord::emptyTravelS).mean());
        for (int band = 0; band < BANDS.size(); band++) {
            String at = " at " + BANDS.get(band) + " %, km/h";
            speed(
                    "speed loaded" + at,
                    SpeedAnchors.bandKph(band, true),
                    observed.bandKph(band, true));
            speed(
                    "speed empty" + at,
                    SpeedAnchors.bandKph(band, false),
                    observed.bandKph(band, false));
        }
    }

    private void loading() {
        unit("cable shovel", LoadingUnitKind.CABLE_SHOVEL, 130, 63, 100);
        unit("hydraulic", LoadingUnitKind.HYDRAULIC_SHOVEL, 307, 97, 307);
        unit("wheel loader", LoadingUnitKind.WHEEL_LOADER, 398, 106, 313);
    }

    private void unit(String name, LoadingUnitKind kind, double meanS, double sdS, double hangS) {
        Sample loading = observed.loadingS(kind);
        row("loading " + name + " mean, s", meanS, loading.mean());
        row("loading " + name + " sd, s", sdS, loading.sd());
        row("hang per load " + name + ", s", hangS, observed.hangS(kind).mean());
    }

    private void fits() {
        fit("loading", CycleRecord::loadingS, 4.84, 0.84, Double.NaN);
        fit("spot", CycleRecord::spotS, 4.12, 0.95, 0.17);
        fit("shovel queue", CycleRecord::loadQueueS, 5.08, 1.09, 0.535);
        fit("dump queue", CycleRecord::dumpQueueS, 4.55, 1.02, 0.34);
        fit("dumping", CycleRecord::dumpingS, 4.00, 0.92, Double.NaN);
    }

    private void fit(
            String name,
            ToDoubleFunction<CycleRecord> seconds,
            double mu,
            double sigma,
            double zeros) {
        Sample all = of(seconds);
        Sample logs = all.logsOver(ZERO_S);
        row(name + " mu of ln s", mu, logs.mean());
        row(name + " sigma of ln s", sigma, logs.sd());
        if (!Double.isNaN(zeros)) {
            row(name + " share of zeros", zeros, 1 - (double) logs.size() / all.size());
        }
    }

    private void travelRatios() {
        Sample empty = new Sample();
        Sample full = new Sample();
        for (CycleRecord cycle : observed.cycles()) {
            addRatio(empty, cycle.emptyTravelS() / cycle.expectedEmptyS());
            addRatio(full, cycle.fullTravelS() / cycle.expectedFullS());
        }
        row("actual / expected travel empty, mean", 1.16, empty.mean());
        row("actual / expected travel empty, sd", 0.48, empty.sd());
        row("actual / expected travel loaded, mean", 0.89, full.mean());
        row("actual / expected travel loaded, sd", 0.28, full.sd());
    }

    private static void addRatio(Sample sample, double ratio) {
        if (ratio > 0 && ratio < HIGHEST_RATIO) {
            sample.add(ratio);
        }
    }

    private void calendar() {
        share("loaded", TruckTimeCategory.LOADED, 27.6);
        share("empty", TruckTimeCategory.EMPTY, 20.3);
        share("shovel queue", TruckTimeCategory.SHOVEL_QUEUE, 2.7);
        share("spot", TruckTimeCategory.SPOT, 1.7);
        share("load", TruckTimeCategory.LOAD, 3.8);
        share("dump queue", TruckTimeCategory.DUMP_QUEUE, 2.4);
        share("dump", TruckTimeCategory.DUMP, 1.8);
        share("outside the cycle", TruckTimeCategory.OUTSIDE, 39.8);
    }

    private void share(String name, TruckTimeCategory category, double anchorPct) {
        double allH = 0;
        for (TruckTimeCategory each : TruckTimeCategory.values()) {
            allH += observed.hours(each);
        }
        row("truck hours " + name + ", %", anchorPct, 100 * observed.hours(category) / allH);
    }

    private void burn() {
        double[] lph = FuelRateRegression.fit(observed.intervals());
        row("burn loaded (regression on refuels), L/h", 379, lph[0]);
        row("burn empty (regression on refuels), L/h", 139, lph[1]);
        row("burn all else (regression on refuels), L/h", 53.5, lph[2]);
    }

    private void fleet() {
        double burntL = after.burntL() - before.burntL();
        double hauledT = after.hauledT() - before.hauledT();
        row("fleet, L/t", 0.617, burntL / hauledT);
        row("fleet, L per calendar truck-hour", 158, burntL / calendarH);
        row("fleet, L per cycle", 189, burntL / (after.cycles() - before.cycles()));
        row("fleet, t/day", 349_580, hauledT / days);
    }

    private void refuels() {
        row("refuel mean, L", 2_932, observed.refuelL().mean());
        row("refuel sd, L", 781, observed.refuelL().sd());
        row("refuel interval median, h", 16.5, observed.intervalH().quantile(0.5));
        row("refuel duration mean, min", 19, observed.refuelMinutes().mean());
    }

    private Sample of(ToDoubleFunction<CycleRecord> quantity) {
        Sample sample = new Sample();
        observed.cycles().forEach(cycle -> sample.add(quantity.applyAsDouble(cycle)));
        return sample;
    }

    private void row(String quantity, double anchor, double own) {
        rows.add(new Row(quantity, anchor, own, CalibrationReport.TOLERANCE_PCT));
    }

    private void speed(String quantity, double anchor, double own) {
        rows.add(new Row(quantity, anchor, own, CalibrationReport.SPEED_TOLERANCE_PCT));
    }
}
