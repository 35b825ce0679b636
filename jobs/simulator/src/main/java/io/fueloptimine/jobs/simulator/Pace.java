package io.fueloptimine.jobs.simulator;

import java.time.Duration;
import java.time.Instant;

/**
 * Computes which simulated time should have been reached; simulated time is a multiple of wall
 * time. When the simulation is more than 0.5 s of wall time behind, the excess delay is dropped.
 * The simulation then runs slower, instead of sending a burst of messages to catch up. Not
 * thread-safe.
 */
final class Pace {

    private static final double NS_PER_S = 1e9;
    private static final double MAX_LAG_WALL_S = 0.5;

    private final double speedUp;
    private Instant anchorMine;
    private long anchorNs;

    /**
     * @param speedUp seconds of simulated time per second of wall time; infinity for as fast as
     *     possible
     */
    Pace(double speedUp, Instant mineTime, long wallNs) {
        this.speedUp = speedUp;
        this.anchorMine = mineTime;
        this.anchorNs = wallNs;
    }

    /** The simulated time, in whole seconds, that the mine should have reached by now. */
    Instant target(Instant mineTime, long wallNs) {
        if (Double.isInfinite(speedUp)) {
            return mineTime.plusSeconds(1);
        }
        double dueS = (wallNs - anchorNs) / NS_PER_S * speedUp;
        double doneS = Duration.between(anchorMine, mineTime).toMillis() / 1_000.0;
        double maxLagS = Math.max(1, MAX_LAG_WALL_S * speedUp);
        if (dueS - doneS > maxLagS) {
            anchorMine = mineTime;
            anchorNs = wallNs - (long) (maxLagS / speedUp * NS_PER_S);
            dueS = maxLagS;
        }
        return anchorMine.plusSeconds((long) Math.floor(dueS));
    }

    /** Time until the next mine second is due, ns; 0 or less when this second is already due. */
    long waitNs(Instant mineTime, long wallNs) {
        if (Double.isInfinite(speedUp)) {
            return 0;
        }
        double nextS = Duration.between(anchorMine, mineTime).toMillis() / 1_000.0 + 1;
        return anchorNs + (long) (nextS / speedUp * NS_PER_S) - wallNs;
    }
}
