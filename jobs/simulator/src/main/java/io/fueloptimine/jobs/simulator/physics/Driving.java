package io.fueloptimine.jobs.simulator.physics;

/**
 * How an operator wants to drive a stretch.
 *
 * @param entryMps speed at its beginning, m/s
 * @param wantedMps speed that the operator keeps where engine and retarder allow it, m/s, above 0
 * @param exitMps speed at its end that the operator brakes to, m/s, 0 for a stop
 * @param throttle share of the engine's drive power that the operator uses, above 0, at most 1
 */
public record Driving(double entryMps, double wantedMps, double exitMps, double throttle) {

    /** The same with a lower wanted speed, m/s. */
    public Driving notFasterThan(double mps) {
        return new Driving(entryMps, Math.min(wantedMps, mps), exitMps, throttle);
    }

    /** The same with a stop at the end. */
    public Driving toStop() {
        return new Driving(entryMps, wantedMps, 0, throttle);
    }
}
