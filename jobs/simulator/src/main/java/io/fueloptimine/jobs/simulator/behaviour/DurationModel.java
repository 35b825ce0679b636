package io.fueloptimine.jobs.simulator.behaviour;

import io.fueloptimine.jobs.simulator.random.DurationDistribution;
import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.models.mine.site.LoadingUnitKind;

/**
 * Durations and frequencies of the activities of trucks and loading units, the same for every mine.
 * The values are tuned so that the calibration report reproduces measurements of an Andean mine.
 * Durations are in seconds unless the name of the constant contains another unit.
 */
public final class DurationModel {

    /**
     * Time from the truck's arrival in the loading position until the first pass of the shovel; a
     * drawn duration of 0 s counts as 1 s.
     */
    public static final DurationDistribution SPOT =
            new DurationDistribution(4.40, 1.12, 0.70, 0.165, 1_080);

    /** How long an idle loading unit needs until its face is ready for a truck. */
    public static final DurationDistribution FACE_HOLD =
            new DurationDistribution(5.25, 1.15, 0.75, 0.86, 1_500);

    /** How long the spotter of a dump holds a truck although a bay is free. */
    public static final DurationDistribution DUMP_HOLD =
            new DurationDistribution(4.60, 1.05, 0.98, 0.335, 1_500);

    public static final DurationDistribution DUMPING =
            new DurationDistribution(4.10, 1.00, 0.84, 0, 2_000);

    /**
     * Duration of a short stop on the way to the loading unit, for example to give right of way.
     */
    public static final DurationDistribution DELAY =
            new DurationDistribution(4.6, 1.0, 1.0, 0, 1_800);

    /** Share of haul cycles with a long interruption, for example by a blast. */
    public static final double LONG_DELAY_SHARE = 0.10;

    public static final DurationDistribution LONG_DELAY =
            DurationDistribution.ofMeanAndSd(2_700, 800, 7_200);

    /**
     * Time without work between two haul cycles, because no operator or no loading unit is
     * available.
     */
    public static final DurationDistribution STANDBY =
            new DurationDistribution(6.9, 0.8, 0.8, 0.785, 12_000);

    public static final DurationDistribution MEAL =
            DurationDistribution.ofMeanAndSd(3_000, 700, 7_200);
    public static final DurationDistribution CHANGE_OVER =
            DurationDistribution.ofMeanAndSd(2_100, 600, 5_400);
    public static final DurationDistribution REPAIR =
            DurationDistribution.ofMeanAndSd(7_000, 5_000, 40_000);

    /** Duration of an overhaul, which is a repair that takes days. */
    public static final DurationDistribution OVERHAUL =
            DurationDistribution.ofMeanAndSd(185_000, 60_000, 500_000);

    /** Share of repairs that are overhauls. */
    public static final double OVERHAUL_SHARE = 0.5;

    /** Total time at the fuel bay before and after pumping. */
    public static final DurationDistribution REFUEL_HANDLING =
            DurationDistribution.ofMeanAndSd(420, 400, 4_000);

    /** Flow of the pump, L/s. */
    public static final double PUMP_LPS = 4.0;

    /** Mean time between two breakdowns of a truck, h. */
    public static final double MEAN_HOURS_TO_BREAKDOWN = 290;

    /**
     * Mean time from the end of a breakdown of a loading unit to the next one, h. With the repair
     * below, breakdowns stop a unit for 4 % of the time. Loading units of open pits are available
     * for 85 to 92 %; most of the rest is planned maintenance of whole shifts, which the simulation
     * leaves out, so that runs of one or two days stay comparable. Both values are chosen.
     */
    public static final double UNIT_HOURS_BETWEEN_STOPS = 16;

    /** Duration of the repair of a loading unit; chosen, 40 min. */
    public static final DurationDistribution UNIT_REPAIR =
            DurationDistribution.ofMeanAndSd(2_400, 1_500, 10_800);

    /** Mean time from the end of a breakdown of a crusher to the next one, h; chosen. */
    public static final double CRUSHER_HOURS_BETWEEN_STOPS = 20;

    /** Duration of a stop of a crusher, for example for a boulder in its mouth; chosen, 20 min. */
    public static final DurationDistribution CRUSHER_REPAIR =
            DurationDistribution.ofMeanAndSd(1_200, 800, 5_400);

    /** Time before a breakdown at which the sensors begin to show its signs, ms. */
    public static final long BREAKDOWN_SIGNS_MS = 40 * 60_000L;

    /**
     * Share of loads for which the operator pressed the button for the start of loading late, so
     * that the recorded loading time is only a few seconds.
     */
    public static final double LATE_BUTTON_SHARE = 0.024;

    /** Share of loads after which the truck leaves with a partly filled body. */
    public static final double PARTIAL_LOAD_SHARE = 0.0075;

    /**
     * Most frequent payload, as a share of the nominal payload. The next two constants are the
     * standard deviations below and above the most frequent payload, in the same unit.
     */
    public static final double PAYLOAD_MODE = 1.047;

    public static final double PAYLOAD_SD_BELOW = 0.022;
    public static final double PAYLOAD_SD_ABOVE = 0.035;

    /**
     * Standard deviation of the logarithm of the speed factor of an empty trip. The speed factor
     * multiplies the speeds of one whole trip.
     */
    public static final double PACE_SIGMA_EMPTY = 0.16;

    public static final double PACE_SIGMA_LOADED = 0.088;

    /**
     * Travel time of an empty truck in the travel table of the fleet system, divided by the true
     * travel time. The next constants are this ratio for loaded trucks, and the standard deviations
     * of the ratio's logarithm.
     */
    public static final double TABLE_EMPTY = 0.92;

    public static final double TABLE_LOADED = 1.215;
    public static final double TABLE_SIGMA_EMPTY = 0.355;
    public static final double TABLE_SIGMA_LOADED = 0.295;

    /**
     * Mean volume of a refuelling, as a share of the tank's capacity. The next constants are the
     * standard deviation of this share, and the mean and standard deviation of the level after
     * refuelling.
     */
    public static final double REFUEL_SHARE = 0.675;

    public static final double REFUEL_SHARE_SD = 0.225;
    public static final double FULL_SHARE = 0.965;
    public static final double FULL_SHARE_SD = 0.012;

    /**
     * Reserve level as a share of the tank's capacity. Below this level a truck refuels before it
     * follows any assignment.
     */
    public static final double RESERVE_SHARE = 0.08;

    /**
     * Fuel rate while spotting, divided by the fuel rate at idle. The next constant is this ratio
     * while the truck lifts its body.
     */
    public static final double SPOTTING_BURN = 1.2;

    public static final double DUMPING_BURN = 1.6;

    /** Share of assignments that an operator rejects at random. */
    public static final double REFUSAL_SHARE = 0.02;

    /** How often a truck in a queue checks whether the loading unit or dump is down, ms. */
    public static final long QUEUE_CHECK_MS = 300_000;

    /** How long a truck waits at a closed road before it looks for a route again, ms. */
    public static final long ROAD_RETRY_MS = 120_000;

    /** How long a parked truck waits for another assignment before it resumes work, ms. */
    public static final long MAX_PARK_MS = 7_200_000;

    private DurationModel() {}

    /** Draws the loading time of a truck, s. */
    public static double loadingS(LoadingUnitKind kind, double meanS, SeededRandom random) {
        if (random.chance(LATE_BUTTON_SHARE)) {
            return random.uniform(1, 9);
        }
        double spread =
                switch (kind) {
                    case CABLE_SHOVEL -> 0.46;
                    case HYDRAULIC_SHOVEL -> 0.28;
                    case WHEEL_LOADER -> 0.225;
                };
        double bodyMeanS = meanS / (1 - LATE_BUTTON_SHARE);
        return Math.max(
                1,
                DurationDistribution.ofMeanAndSd(bodyMeanS, spread * bodyMeanS, 1_200)
                        .draw(random));
    }

    /** Draws whether a repair is an overhaul; the first draw of {@link #repairS}. */
    public static boolean overhaul(SeededRandom random) {
        return random.chance(OVERHAUL_SHARE);
    }

    /** Draws the duration of a repair, s. */
    public static double repairS(SeededRandom random) {
        return (overhaul(random) ? OVERHAUL : REPAIR).draw(random);
    }

    /** Draws the total time that a truck stops on its way to the loading unit, s. */
    public static double delayS(SeededRandom random) {
        double longS = random.chance(LONG_DELAY_SHARE) ? LONG_DELAY.draw(random) : 0;
        return longS + DELAY.draw(random);
    }

    /** Mean time after which a loading unit stops waiting for a truck and cleans up its face, s. */
    public static double meanMaxHangS(LoadingUnitKind kind) {
        return switch (kind) {
            case CABLE_SHOVEL -> 205;
            case HYDRAULIC_SHOVEL -> 480;
            case WHEEL_LOADER -> 520;
        };
    }

    /** Draws the payload of a truck, t. */
    public static double payloadT(double nominalT, SeededRandom random) {
        if (random.chance(PARTIAL_LOAD_SHARE)) {
            return nominalT * random.uniform(0.5, 0.9);
        }
        double size = Math.abs(random.gaussian());
        boolean below = random.chance(PAYLOAD_SD_BELOW / (PAYLOAD_SD_BELOW + PAYLOAD_SD_ABOVE));
        double share = PAYLOAD_MODE + size * (below ? -PAYLOAD_SD_BELOW : PAYLOAD_SD_ABOVE);
        return nominalT * Math.min(share, 1.16);
    }
}
