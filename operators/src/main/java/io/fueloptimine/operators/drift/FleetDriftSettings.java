package io.fueloptimine.operators.drift;

import io.fueloptimine.models.mine.input.Setting;
import java.io.Serializable;

/**
 * The settings that determine when drifts of single trucks count as a drift of the fleet, which
 * requires a new model.
 */
public record FleetDriftSettings(
        @Setting(
                        unit = "share of trucks at work",
                        min = 0.05,
                        max = 1,
                        meaning = "Share of the trucks that must have drifted in one direction")
                double share,
        @Setting(
                        unit = "trucks",
                        min = 1,
                        max = 1_000,
                        meaning = "Fewest drifted trucks; fewer are faults of single trucks")
                int fewestTrucks,
        @Setting(
                        unit = "h of event time",
                        min = 1,
                        max = 168,
                        meaning =
                                "Time within which the trucks must have drifted; a truck without a"
                                        + " window in this time is not at work")
                int spanH,
        @Setting(
                        unit = "h of event time",
                        min = 1,
                        max = 720,
                        meaning = "Time between two requests to replace one model version")
                int pauseH)
        implements Serializable {

    /**
     * The default settings: a third of the fleet within four hours. In the simulated mine, rain
     * that adds 1.5 % of rolling resistance to all roads makes a third of 26 trucks drift within 45
     * minutes; three trucks with worn injectors are only a ninth of the fleet.
     */
    public static final FleetDriftSettings DEFAULT = new FleetDriftSettings(1 / 3.0, 3, 4, 6);

    /** Whether the number of drifted trucks is large enough for a drift of the fleet. */
    boolean isFleet(int drifted, int fleet) {
        return drifted >= fewestTrucks && drifted >= share * fleet;
    }
}
