package io.fueloptimine.operators.drift;

import java.io.Serializable;

/**
 * When drifts of single trucks are a drift of the fleet.
 *
 * @param share of the trucks at work that must have drifted in one direction, 0 to 1
 * @param fewestTrucks how many they must be at least; fewer are sick trucks, whatever their share
 * @param spanH hours of event time within which they must have drifted, and within which a truck
 *     must have worked to be at work
 * @param pauseH one model version is asked to be replaced at most once in so many hours of event
 *     time
 */
public record FleetDriftSettings(double share, int fewestTrucks, int spanH, int pauseH)
        implements Serializable {

    /**
     * A third of the fleet within four hours. In the simulated mine rain that adds 1.5 % of rolling
     * resistance to all roads lets a third of 26 trucks drift within 45 minutes; three trucks of
     * one delivery whose injectors wear out are a ninth.
     */
    public static final FleetDriftSettings DEFAULT = new FleetDriftSettings(1 / 3.0, 3, 4, 6);

    /** Whether so many trucks of a fleet that drifted alike are the fleet's drift. */
    boolean isFleet(int drifted, int fleet) {
        return drifted >= fewestTrucks && drifted >= share * fleet;
    }
}
