package io.fueloptimine.jobs.simulator.calibration;

import io.fueloptimine.jobs.simulator.observation.TruckTimeCategory;
import io.fueloptimine.models.mine.site.LoadingUnitKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Computes the simulated quantities, by name, that {@link SiteAnchors} lists: those that depend
 * neither on the roads nor on the size of the fleet of a mine.
 */
final class SiteFigures {

    private static final double ZERO_S = 1;

    /** A band in which trucks are for a smaller share of their travel has no mean speed. */
    private static final double MIN_BAND_SHARE = 0.01;

    /** Fewer loads give no standard deviation within the tolerance. */
    private static final int MIN_LOADS = 1_000;

    private final MineLog log;
    private final double nominalT;
    private final Map<String, Double> figures = new LinkedHashMap<>();

    /**
     * @param nominalT nominal payload of the measured trucks, t
     */
    SiteFigures(MineLog log, double nominalT) {
        this.log = log;
        this.nominalT = nominalT;
    }

    Map<String, Double> byName() {
        Sample payload = of(cycle -> cycle.payloadT() / nominalT);
        put("payload by nominal, mean", payload.mean());
        put("payload by nominal, sd", payload.sd());
        speeds(true, "loaded");
        speeds(false, "empty");
        put("burn loaded by the formula", log.sensors().byFormula(true));
        burnElse();
        unit("cable shovel", LoadingUnitKind.CABLE_SHOVEL);
        unit("hydraulic shovel", LoadingUnitKind.HYDRAULIC_SHOVEL);
        unit("wheel loader", LoadingUnitKind.WHEEL_LOADER);
        fit("spot", TruckTimeCategory.SPOT);
        fit("dumping", TruckTimeCategory.DUMP);
        put("refuel duration mean", log.refuelMinutes().mean());
        return figures;
    }

    private void speeds(boolean loaded, String words) {
        SensorLog sensors = log.sensors();
        double allH = 0;
        for (int band = 0; band < GradeBands.count(); band++) {
            allH += sensors.bandH(band, loaded);
        }
        for (int band = 0; band < GradeBands.count(); band++) {
            if (sensors.bandH(band, loaded) >= MIN_BAND_SHARE * allH) {
                put(
                        "speed " + words + " at " + GradeBands.NAMES[band],
                        sensors.bandKph(band, loaded));
            }
        }
    }

    private void burnElse() {
        int kind = BurnKind.ELSE.ordinal();
        double litres = log.intervals().stream().mapToDouble(each -> each.trueL()[kind]).sum();
        double hours = log.intervals().stream().mapToDouble(each -> each.hours()[kind]).sum();
        put("burn all else", litres / hours);
    }

    private void unit(String name, LoadingUnitKind kind) {
        Sample loading = new Sample();
        log.cycles().stream()
                .filter(cycle -> cycle.unit() == kind)
                .forEach(cycle -> loading.add(cycle.seconds(TruckTimeCategory.LOAD)));
        if (loading.size() >= MIN_LOADS) {
            put("loading " + name + ", sd by mean", loading.sd() / loading.mean());
        }
    }

    private void fit(String name, TruckTimeCategory category) {
        Sample logs = of(cycle -> cycle.seconds(category)).logsOver(ZERO_S);
        put(name + ", mu", logs.mean());
        put(name + ", sigma", logs.sd());
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
