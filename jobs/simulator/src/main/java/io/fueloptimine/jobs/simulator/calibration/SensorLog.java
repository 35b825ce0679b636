package io.fueloptimine.jobs.simulator.calibration;

import io.fueloptimine.jobs.simulator.observation.TruckTimeCategory;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.HashMap;
import java.util.Map;

/**
 * Distances, speeds by grade band and fuel, from the telemetry of trucks. Each message stands for
 * the time until the next one.
 */
final class SensorLog {

    private final double sampleS;
    private final double[][] bandM = new double[2][GradeBands.count()];
    private final double[][] bandS = new double[2][GradeBands.count()];
    private final double[] metres = new double[2];
    private final double[] burntL = new double[2];
    private final double[] formulaL = new double[2];
    private final Map<String, Double> firstL = new HashMap<>();
    private final Map<String, Double> lastL = new HashMap<>();

    /**
     * @param sampleS time between two messages, s
     */
    SensorLog(double sampleS) {
        this.sampleS = sampleS;
    }

    /** Time for which a message stands, s. */
    double sampleS() {
        return sampleS;
    }

    /** Adds a message of a truck that is in the given category. */
    void add(
            String truckId,
            TruckClass truckClass,
            TruckTimeCategory category,
            Map<String, Object> body) {
        double counterL = (Double) body.get("totalFuelUsedL");
        firstL.putIfAbsent(truckId, counterL);
        lastL.put(truckId, counterL);
        boolean loaded = category == TruckTimeCategory.LOADED;
        if (!loaded && category != TruckTimeCategory.EMPTY) {
            return;
        }
        int row = loaded ? 0 : 1;
        double mps = (Double) body.get("speedKph") / 3.6;
        double gradePct = (Double) body.get("gradePct");
        metres[row] += mps * sampleS;
        burntL[row] += (Double) body.get("fuelRateLph") * sampleS / 3_600;
        double payloadT = (Double) body.get("payloadT");
        formulaL[row] += HaulFormula.lph(truckClass, payloadT, gradePct, mps) * sampleS / 3_600;
        int band = GradeBands.of(gradePct);
        if (band >= 0) {
            bandM[row][band] += mps * sampleS;
            bandS[row][band] += sampleS;
        }
    }

    /** Distance travelled, m. */
    double metres(boolean loaded) {
        return metres[loaded ? 0 : 1];
    }

    /** Hours travelled in a band. */
    double bandH(int band, boolean loaded) {
        return bandS[loaded ? 0 : 1][band] / 3_600;
    }

    /** Mean speed in a band, km/h. */
    double bandKph(int band, boolean loaded) {
        int row = loaded ? 0 : 1;
        return 3.6 * bandM[row][band] / bandS[row][band];
    }

    /** Litres burnt in travel, by the sensors of the fuel rate, divided by those of the formula. */
    double byFormula(boolean loaded) {
        int row = loaded ? 0 : 1;
        return burntL[row] / formulaL[row];
    }

    /** Litres that all trucks burnt, by their counters. */
    double burntL() {
        return lastL.entrySet().stream()
                .mapToDouble(entry -> entry.getValue() - firstL.get(entry.getKey()))
                .sum();
    }
}
