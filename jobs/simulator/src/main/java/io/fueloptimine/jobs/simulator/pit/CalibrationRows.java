package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.jobs.simulator.pit.CalibrationReport.Row;
import io.fueloptimine.jobs.simulator.pit.Ledger.CycleEntry;
import io.fueloptimine.models.mine.LoadingUnitKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Sets the anchors, measured on 57 trucks in nine days, beside what a ledger holds. */
final class CalibrationRows {

    private static final List<String> BANDS =
            List.of("-10..-8", "-8..-6", "-6..-3", "-3..3", "3..6", "6..8", "8..10", "10..14");
    private static final double HIGHEST_RATIO = 5;

    /** What lasted no longer counts as zero: phases take a second at least. */
    private static final double ZERO_S = 1;

    private final CalibrationLedger ledger;
    private final PitFigures before;
    private final PitFigures after;
    private final double calendarH;
    private final int days;
    private final List<Row> rows = new ArrayList<>();

    CalibrationRows(
            CalibrationLedger ledger,
            PitFigures before,
            PitFigures after,
            double calendarH,
            int days) {
        this.ledger = ledger;
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
        Sample payload = of(CycleEntry::payloadT);
        row("payload mean, t", 306, payload.mean());
        row("payload sd, t", 13, payload.sd());
        row("payload p5, t", 293, payload.quantile(0.05));
        row("payload p95, t", 324, payload.quantile(0.95));
    }

    private void cycle() {
        Sample minutes = of(entry -> entry.cycleS() / 60);
        row("cycle median, min", 46, minutes.quantile(0.5));
        row("cycle mean, min", 50, minutes.mean());
        row("cycle p95, min", 88, minutes.quantile(0.95));
        row("distance empty, km", 5.05, of(CycleEntry::emptyM).mean() / 1_000);
        row("distance loaded, km", 5.49, of(CycleEntry::fullM).mean() / 1_000);
    }

    private void speeds() {
        speed(
                "mean speed loaded, km/h",
                16.8,
                3.6 * of(CycleEntry::fullM).mean() / of(CycleEntry::fullTravelS).mean());
        speed(
                "mean speed empty, km/h",
                21.8,
                3.6 * of(CycleEntry::emptyM).mean() / of(CycleEntry::emptyTravelS).mean());
        for (int band = 0; band < BANDS.size(); band++) {
            String at = " at " + BANDS.get(band) + " %, km/h";
            speed("speed loaded" + at, RoadPace.LOADED_KPH[band], bandKph(0, band));
            speed("speed empty" + at, RoadPace.EMPTY_KPH[band], bandKph(1, band));
        }
    }

    private double bandKph(int row, int band) {
        return 3.6 * ledger.bandM[row][band] / ledger.bandS[row][band];
    }

    private void loading() {
        unit("cable shovel", LoadingUnitKind.CABLE_SHOVEL, 130, 63, 100);
        unit("hydraulic", LoadingUnitKind.HYDRAULIC_SHOVEL, 307, 97, 307);
        unit("wheel loader", LoadingUnitKind.WHEEL_LOADER, 398, 106, 313);
    }

    private void unit(String name, LoadingUnitKind kind, double meanS, double sdS, double hangS) {
        Sample loading = ledger.loadingS.get(kind);
        row("loading " + name + " mean, s", meanS, loading.mean());
        row("loading " + name + " sd, s", sdS, loading.sd());
        row("hang per load " + name + ", s", hangS, ledger.hangS.get(kind).mean());
    }

    private void fits() {
        fit("loading", CycleEntry::loadingS, 4.84, 0.84, Double.NaN);
        fit("spot", CycleEntry::spotS, 4.12, 0.95, 0.17);
        fit("shovel queue", CycleEntry::loadQueueS, 5.08, 1.09, 0.535);
        fit("dump queue", CycleEntry::dumpQueueS, 4.55, 1.02, 0.34);
        fit("dumping", CycleEntry::dumpingS, 4.00, 0.92, Double.NaN);
    }

    private void fit(
            String name,
            ToDoubleFunction<CycleEntry> seconds,
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
        for (CycleEntry entry : ledger.cycles) {
            addRatio(empty, entry.emptyTravelS() / entry.expectedEmptyS());
            addRatio(full, entry.fullTravelS() / entry.expectedFullS());
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
        share("loaded", TruckAccount.LOADED, 27.6);
        share("empty", TruckAccount.EMPTY, 20.3);
        share("shovel queue", TruckAccount.SHOVEL_QUEUE, 2.7);
        share("spot", TruckAccount.SPOT, 1.7);
        share("load", TruckAccount.LOAD, 3.8);
        share("dump queue", TruckAccount.DUMP_QUEUE, 2.4);
        share("dump", TruckAccount.DUMP, 1.8);
        share("outside the cycle", TruckAccount.OUTSIDE, 39.8);
    }

    private void share(String name, TruckAccount account, double anchorPct) {
        double accountedH = 0;
        for (double hours : ledger.hours) {
            accountedH += hours;
        }
        row(
                "truck hours " + name + ", %",
                anchorPct,
                100 * ledger.hours[account.ordinal()] / accountedH);
    }

    private void burn() {
        double[] lph = Regression.fit(ledger.intervals);
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
        row("refuel mean, L", 2_932, ledger.refuelL.mean());
        row("refuel sd, L", 781, ledger.refuelL.sd());
        row("refuel interval median, h", 16.5, ledger.intervalH.quantile(0.5));
        row("refuel duration mean, min", 19, ledger.refuelMinutes.mean());
    }

    private Sample of(ToDoubleFunction<CycleEntry> figure) {
        Sample sample = new Sample();
        ledger.cycles.forEach(entry -> sample.add(figure.applyAsDouble(entry)));
        return sample;
    }

    private void row(String quantity, double anchor, double own) {
        rows.add(new Row(quantity, anchor, own, CalibrationReport.TOLERANCE_PCT));
    }

    private void speed(String quantity, double anchor, double own) {
        rows.add(new Row(quantity, anchor, own, CalibrationReport.SPEED_TOLERANCE_PCT));
    }
}
