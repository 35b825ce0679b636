package io.fueloptimine.models.dispatch.road;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The energy at the wheels along a trail, in steps of some seconds: in shorter steps the noise of
 * speed and elevation would be counted as work, because a step of negative work counts as 0.
 *
 * @param metres distance by speed, m
 * @param workKwh energy at the wheels, kWh
 * @param slipKwh energy lost by a slip of 1 m/s, kWh
 * @param pointKwh energy of one more point of rolling resistance, kWh
 * @param pointSlipKwh energy that the slip would lose to that point, kWh
 */
record PassWork(
        double metres, double workKwh, double slipKwh, double pointKwh, double pointSlipKwh) {

    private static final double GRAVITY_MPS2 = 9.81;

    /** Mass of turning wheels and motors relative to the mass of the truck. */
    private static final double ROTATING_MASS = 1.06;

    private static final long STEP_MS = 5_000;
    private static final double KJ_PER_KWH = 3_600;
    private static final double MS_PER_HOUR = 3_600_000;
    private static final double PERCENT = 100;

    /** Slower steps are those of a standing truck, m. */
    private static final double STANDING_M = 1;

    /**
     * The work along a trail.
     *
     * @param massT mass of truck and load, t
     * @param rollingResistancePct published rolling resistance, % of weight
     */
    static PassWork of(List<TrailPoint> points, double massT, double rollingResistancePct) {
        PassWork sum = new PassWork(0, 0, 0, 0, 0);
        int from = 0;
        double metres = 0;
        for (int at = 1; at < points.size(); at++) {
            TrailPoint before = points.get(at - 1);
            TrailPoint now = points.get(at);
            metres += (before.speedMps() + now.speedMps()) / 2 * (now.timeMs() - before.timeMs());
            boolean last = at == points.size() - 1;
            if (last || now.timeMs() - points.get(from).timeMs() >= STEP_MS) {
                sum =
                        sum.plus(
                                step(
                                        points.get(from),
                                        now,
                                        metres / 1_000,
                                        massT,
                                        rollingResistancePct));
                from = at;
                metres = 0;
            }
        }
        return sum;
    }

    private static PassWork step(
            TrailPoint from, TrailPoint to, double metres, double massT, double resistancePct) {
        if (metres < STANDING_M) {
            return new PassWork(metres, 0, 0, 0, 0);
        }
        double risingM = to.elevationM() - from.elevationM() + metres * resistancePct / PERCENT;
        double kineticJPerKg =
                ROTATING_MASS
                        * (to.speedMps() * to.speedMps() - from.speedMps() * from.speedMps())
                        / 2;
        double workKwh = massT * (GRAVITY_MPS2 * risingM + kineticJPerKg) / KJ_PER_KWH;
        if (workKwh <= 0) {
            return new PassWork(metres, 0, 0, 0, 0);
        }
        double secondsPerMetre = (to.timeMs() - from.timeMs()) / 1_000.0 / metres;
        double pointKwh = massT * GRAVITY_MPS2 * metres / PERCENT / KJ_PER_KWH;
        return new PassWork(
                metres, workKwh, workKwh * secondsPerMetre, pointKwh, pointKwh * secondsPerMetre);
    }

    private PassWork plus(PassWork other) {
        return new PassWork(
                metres + other.metres,
                workKwh + other.workKwh,
                slipKwh + other.slipKwh,
                pointKwh + other.pointKwh,
                pointSlipKwh + other.pointSlipKwh);
    }

    /**
     * The litres burnt along a trail: by the fuel rate where every reading has one, else by the
     * counter; empty when neither is known.
     */
    static OptionalDouble litres(List<TrailPoint> points) {
        double byRate = 0;
        for (int at = 1; at < points.size(); at++) {
            TrailPoint before = points.get(at - 1);
            TrailPoint now = points.get(at);
            byRate +=
                    (before.fuelRateLph() + now.fuelRateLph())
                            / 2
                            * (now.timeMs() - before.timeMs())
                            / MS_PER_HOUR;
        }
        double counted = points.get(points.size() - 1).fuelUsedL() - points.get(0).fuelUsedL();
        double litres = Double.isNaN(byRate) ? counted : byRate;
        return litres > 0 ? OptionalDouble.of(litres) : OptionalDouble.empty();
    }
}
