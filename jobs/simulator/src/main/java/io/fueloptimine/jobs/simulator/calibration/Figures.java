package io.fueloptimine.jobs.simulator.calibration;

import io.fueloptimine.jobs.simulator.observation.TruckTimeCategory;
import io.fueloptimine.models.mine.site.LoadingUnitKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Computes the simulated quantities, by name, that {@link Anchors#ANDEAN_MINE} lists. */
final class Figures {

    /** Durations up to 1 s count as zero, because a simulated phase takes at least 1 s. */
    private static final double ZERO_S = 1;

    /** Longer cycles contain a breakdown or a rest; the measured cycles are without them. */
    private static final double LONGEST_CYCLE_S = 3 * 3_600;

    private static final int DAYS_MEASURED = 9;
    private static final long DAY_MS = 86_400_000;

    private final MineLog log;
    private final PitRecords records;
    private final int trucks;
    private final int days;
    private final long fromMs;
    private final Map<String, Double> figures = new LinkedHashMap<>();

    /**
     * @param trucks number of trucks
     * @param days number of days measured
     * @param fromMs begin of the measurement, ms since the epoch
     */
    Figures(MineLog log, PitRecords records, int trucks, int days, long fromMs) {
        this.log = log;
        this.records = records;
        this.trucks = trucks;
        this.days = days;
        this.fromMs = fromMs;
    }

    Map<String, Double> byName() {
        payload();
        cycle();
        speeds();
        loading();
        fits();
        travelByTable();
        calendar();
        perTruck();
        fleet();
        refuels();
        return figures;
    }

    private void payload() {
        Sample payload = of(LoggedCycle::payloadT);
        put("payload mean", payload.mean());
        put("payload sd", payload.sd());
        put("payload p5", payload.quantile(0.05));
        put("payload p95", payload.quantile(0.95));
    }

    private void cycle() {
        Sample minutes = new Sample();
        log.cycles().stream()
                .filter(cycle -> cycle.seconds() < LONGEST_CYCLE_S)
                .forEach(cycle -> minutes.add(cycle.seconds() / 60));
        put("cycle median", minutes.quantile(0.5));
        put("cycle mean", minutes.mean());
        put("cycle p95", minutes.quantile(0.95));
    }

    private void speeds() {
        SensorLog sensors = log.sensors();
        double emptyKm = sensors.metres(false) / 1_000;
        double loadedKm = sensors.metres(true) / 1_000;
        put("distance empty", of(LoggedCycle::emptyM).mean() / 1_000);
        put("distance loaded", of(LoggedCycle::loadedM).mean() / 1_000);
        put("mean speed loaded", loadedKm / log.hours(TruckTimeCategory.LOADED));
        put("mean speed empty", emptyKm / log.hours(TruckTimeCategory.EMPTY));
        for (int band = 0; band < GradeBands.count(); band++) {
            put("speed loaded at " + GradeBands.NAMES[band], sensors.bandKph(band, true));
            put("speed empty at " + GradeBands.NAMES[band], sensors.bandKph(band, false));
        }
    }

    private void loading() {
        unit("cable shovel", LoadingUnitKind.CABLE_SHOVEL);
        unit("hydraulic shovel", LoadingUnitKind.HYDRAULIC_SHOVEL);
        unit("wheel loader", LoadingUnitKind.WHEEL_LOADER);
    }

    private void unit(String name, LoadingUnitKind kind) {
        Sample loading = new Sample();
        log.cycles().stream()
                .filter(cycle -> cycle.unit() == kind)
                .forEach(cycle -> loading.add(cycle.seconds(TruckTimeCategory.LOAD)));
        put("loading " + name + ", mean", loading.mean());
        put("loading " + name + ", sd", loading.sd());
        put("hang per load " + name, log.hangS(kind).mean());
    }

    private void fits() {
        fit("loading", TruckTimeCategory.LOAD, false);
        fit("spot", TruckTimeCategory.SPOT, true);
        fit("shovel queue", TruckTimeCategory.SHOVEL_QUEUE, true);
        fit("dump queue", TruckTimeCategory.DUMP_QUEUE, true);
        fit("dumping", TruckTimeCategory.DUMP, false);
    }

    private void fit(String name, TruckTimeCategory category, boolean zeros) {
        Sample all = of(cycle -> cycle.seconds(category));
        Sample logs = all.logsOver(ZERO_S);
        put(name + ", mu", logs.mean());
        put(name + ", sigma", logs.sd());
        if (zeros) {
            put(name + ", share of zeros", 1 - (double) logs.size() / all.size());
        }
    }

    private void travelByTable() {
        put("travel empty by table, mean", records.emptyRatio().mean());
        put("travel empty by table, sd", records.emptyRatio().sd());
        put("travel loaded by table, mean", records.loadedRatio().mean());
        put("travel loaded by table, sd", records.loadedRatio().sd());
    }

    private void calendar() {
        share("loaded", TruckTimeCategory.LOADED);
        share("empty", TruckTimeCategory.EMPTY);
        share("shovel queue", TruckTimeCategory.SHOVEL_QUEUE);
        share("spot", TruckTimeCategory.SPOT);
        share("load", TruckTimeCategory.LOAD);
        share("dump queue", TruckTimeCategory.DUMP_QUEUE);
        share("dump", TruckTimeCategory.DUMP);
        put(
                "truck hours in queues",
                100
                        * (log.hours(TruckTimeCategory.SHOVEL_QUEUE)
                                + log.hours(TruckTimeCategory.DUMP_QUEUE))
                        / calendarH());
        put(
                "truck hours outside the cycle",
                100
                        * (log.hours(TruckTimeCategory.OUTSIDE)
                                + log.hours(TruckTimeCategory.OTHER_TRAVEL))
                        / calendarH());
    }

    private void share(String name, TruckTimeCategory category) {
        put("truck hours " + name, 100 * log.hours(category) / calendarH());
    }

    /** Quantiles over trucks of their cycles per day, in periods of nine days as measured. */
    private void perTruck() {
        int periods = Math.max(1, days / DAYS_MEASURED);
        double daysOfPeriod = (double) days / periods;
        Map<String, int[]> counts = new HashMap<>();
        for (LoggedCycle cycle : log.cycles()) {
            int period = (int) ((cycle.endMs() - 1 - fromMs) / (daysOfPeriod * DAY_MS));
            counts.computeIfAbsent(cycle.truckId(), id -> new int[periods])[period]++;
        }
        double p10 = 0;
        double p90 = 0;
        for (int period = 0; period < periods; period++) {
            int at = period;
            Sample perDay = new Sample();
            counts.values().forEach(count -> perDay.add(count[at] / daysOfPeriod));
            p10 += perDay.quantile(0.1) / periods;
            p90 += perDay.quantile(0.9) / periods;
        }
        put("cycles per truck-day", (double) log.cycles().size() / trucks / days);
        put("cycles per truck-day, p10 of trucks", p10);
        put("cycles per truck-day, p90 of trucks", p90);
    }

    private void fleet() {
        double burntL = log.sensors().burntL();
        double hauledT = log.cycles().stream().mapToDouble(LoggedCycle::payloadT).sum();
        put("fleet, fuel per tonne", burntL / hauledT);
        put("fleet, fuel per calendar truck-hour", burntL / calendarH());
        put("fleet, fuel per cycle", burntL / log.cycles().size());
        put("fleet, tonnes per day", hauledT / days);
    }

    private void refuels() {
        put("refuel mean", log.refuelL().mean());
        put("refuel sd", log.refuelL().sd());
        put("refuel interval median", log.intervalH().quantile(0.5));
        put("refuel duration mean", log.refuelMinutes().mean());
    }

    private double calendarH() {
        return Arrays.stream(TruckTimeCategory.values()).mapToDouble(log::hours).sum();
    }

    private Sample of(ToDoubleFunction<LoggedCycle> quantity) {
        Sample sample = new Sample();
        log.cycles().forEach(cycle -> sample.add(quantity.applyAsDouble(cycle)));
        return sample;
    }

    private void put(String name, double value) {
        figures.put(name, value);
    }
}
