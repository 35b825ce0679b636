package io.fueloptimine.models.dispatch.idle;

import java.io.Serializable;

/**
 * When an engine is to be switched off.
 *
 * @param restartCostS idling time that costs as much as one stop and start of the engine (fuel,
 *     starter, a minute until the truck leaves), s
 * @param coolDownS time that an engine idles before it may be switched off, s
 * @param leastGain expected rest of the wait divided by the restart cost above which the advice is
 *     given, more than 1
 * @param knownWaits number of the newest waits per reason from which the rest is estimated
 */
public record ShutdownSettings(
        double restartCostS, double coolDownS, double leastGain, int knownWaits)
        implements Serializable {

    /** The settings of the jobs: chosen, not measured. */
    public static final ShutdownSettings DEFAULT = new ShutdownSettings(180, 120, 2, 200);
}
