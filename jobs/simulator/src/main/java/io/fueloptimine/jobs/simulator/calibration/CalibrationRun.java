package io.fueloptimine.jobs.simulator.calibration;

import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Simulates a mine and compares its messages with the anchors. */
public final class CalibrationRun {

    /**
     * The measurements cover nine days. A run of 27 days has errors that are small compared with
     * those of the measurements.
     */
    public static final int DAYS = 27;

    private static final Duration WARM_UP = Duration.ofDays(1);

    /** Rare enough for a run of seconds, and often enough for the shortest grade band. */
    private static final Duration SAMPLING = Duration.ofSeconds(60);

    private CalibrationRun() {}

    /** Simulates the mine that is modelled after the Andean mine. */
    public static CalibrationReport andeanMine(long seed, int days, Mutation mutation) {
        MineSite site = CalibrationMine.site(mutation.trucks());
        PitSettings settings = PitSettings.of(seed).withSampling(SAMPLING);
        PitRecords records = new PitRecords();
        MineLog log = new MineLog(site, site.trucks(), SAMPLING.toSeconds(), records);
        Pit pit = Pit.withRandomAllocation(site, settings, mutation, log, records);
        Instant from = settings.start().plus(WARM_UP);
        measure(pit, from, days, log, records);
        Figures figures =
                new Figures(log, records, site.trucks().size(), days, from.toEpochMilli());
        return new CalibrationReport(
                "mine modelled after the Andean mine",
                seed,
                days,
                CalibrationReport.rows(Anchors.ANDEAN_MINE, figures.byName()),
                BurnRows.of(log.intervals()));
    }

    /**
     * Simulates a mine whose trucks serve their pair, and compares its trucks of the measured class
     * with what does not depend on roads and fleet; without such trucks the report has no rows. The
     * mine runs without its dig plan, because trucks whose tonnes are met stand with the engine
     * off.
     */
    public static CalibrationReport site(MineSite site, long seed, int days) {
        List<Truck> trucks =
                site.trucks().stream()
                        .filter(truck -> truck.className().equals(SiteAnchors.TRUCK_CLASS))
                        .toList();
        String words =
                String.format(
                        Locale.ROOT,
                        "mine %s, its %d trucks of class %s",
                        site.site(),
                        trucks.size(),
                        SiteAnchors.TRUCK_CLASS);
        if (trucks.isEmpty()) {
            return new CalibrationReport(words, seed, days, List.of(), List.of());
        }
        PitSettings settings = PitSettings.of(seed).withSampling(SAMPLING);
        PitRecords records = new PitRecords();
        MineLog log = new MineLog(site, trucks, SAMPLING.toSeconds(), records);
        Pit pit = new Pit(withoutPlan(site), settings, Conditions.NONE, log, records);
        measure(pit, settings.start().plus(WARM_UP), days, log, records);
        double nominalT = site.truckClass(SiteAnchors.TRUCK_CLASS).payloadT();
        return new CalibrationReport(
                words,
                seed,
                days,
                CalibrationReport.rows(SiteAnchors.ALL, new SiteFigures(log, nominalT).byName()),
                List.of());
    }

    private static MineSite withoutPlan(MineSite site) {
        return site.withDigPlan(DigPlan.of());
    }

    private static void measure(Pit pit, Instant from, int days, MineLog log, PitRecords records) {
        pit.advanceTo(from);
        log.startMeasuring(from.toEpochMilli());
        records.startMeasuring();
        Instant until = from.plus(Duration.ofDays(days));
        pit.advanceTo(until);
        log.stopMeasuring(until.toEpochMilli());
    }
}
