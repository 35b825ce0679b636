package io.fueloptimine.models.dispatch.road;

import java.io.Serializable;
import java.time.Duration;

/**
 * How the excess of road segments is learned. The consumption of a class and of a machine is
 * learned at the same time, from a first guess with the given standard deviations.
 *
 * @param halfLife time after which a pass counts half
 * @param memory time after which a pass is forgotten
 * @param leastPasses passes without which a segment is not judged
 * @param leastSpeedPasses passes of a class on a segment, in one direction and loaded or empty,
 *     without which its speed is not stated
 * @param machineSd standard deviation of the consumption of machines and operators, as a ratio
 * @param slopeSd standard deviation of a class's litres per kWh, as a ratio
 * @param idleSd standard deviation of a class's litres per hour without work, as a ratio
 * @param slipMpsSd standard deviation of a class's slip speed, m/s
 * @param excessSdPct standard deviation of the excess of segments, % of weight
 * @param modelErrorShare standard deviation of what the model does not explain of a segment's
 *     litres, however many passes there are
 * @param familyError probability that any segment without excess is ranked
 */
public record RoadExcessSettings(
        Duration halfLife,
        Duration memory,
        int leastPasses,
        int leastSpeedPasses,
        double machineSd,
        double slopeSd,
        double idleSd,
        double slipMpsSd,
        double excessSdPct,
        double modelErrorShare,
        double familyError)
        implements Serializable {

    /** The settings of the jobs. */
    public static final RoadExcessSettings DEFAULT =
            new RoadExcessSettings(
                    Duration.ofHours(4),
                    Duration.ofHours(24),
                    8,
                    3,
                    0.08,
                    0.04,
                    0.4,
                    0.3,
                    1.5,
                    0.02,
                    0.05);
}
