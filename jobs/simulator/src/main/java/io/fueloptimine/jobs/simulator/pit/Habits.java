package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.models.mine.LoadingUnitKind;

/**
 * How long things take and how often they happen, whatever the mine. Tuned so that the calibration
 * mine meets what was measured on a real Andean mine; see {@link CalibrationReport}.
 */
final class Habits {

    /**
     * From the truck's arrival in position until the first pass, s; the zeros count as one second.
     */
    static final Spread SPOT = new Spread(4.40, 1.12, 0.70, 0.165, 1_080);

    /** The face is not ready although nobody is loaded, s. */
    static final Spread FACE_HOLD = new Spread(5.4, 1.15, 0.75, 0.83, 1_500);

    /** The dump's spotter does not wave at once, s. */
    static final Spread DUMP_HOLD = new Spread(4.60, 1.05, 0.98, 0.335, 1_500);

    static final Spread DUMPING = new Spread(4.10, 1.00, 0.84, 0, 2_000);

    /** Stops on the way to the shovel: right of way, waiting for word, s. */
    static final Spread DELAY = new Spread(4.6, 1.0, 1.0, 0, 1_800);

    /** Share of cycles that a blast or the like holds up, and for how long, s. */
    static final double HOLD_UP_SHARE = 0.08;

    static final Spread HOLD_UP = Spread.ofMeanAndSd(2_700, 800, 7_200);

    /** Between two cycles without work: no operator, no shovel, s. */
    static final Spread STANDBY = new Spread(6.9, 0.8, 0.8, 0.70, 12_000);

    static final Spread MEAL = Spread.ofMeanAndSd(3_000, 700, 7_200);
    static final Spread CHANGE_OVER = Spread.ofMeanAndSd(2_100, 600, 5_400);
    static final Spread REPAIR = Spread.ofMeanAndSd(7_000, 5_000, 40_000);

    /** Some repairs take days. */
    static final Spread OVERHAUL = Spread.ofMeanAndSd(150_000, 60_000, 500_000);

    static final double OVERHAUL_SHARE = 0.35;

    /** Standing at the bay before and after pumping, s. */
    static final Spread REFUEL_HANDLING = Spread.ofMeanAndSd(420, 400, 4_000);

    static final double PUMP_LPS = 4.0;

    /** Working hours between two breakdowns of a truck. */
    static final double MEAN_HOURS_TO_BREAKDOWN = 215;

    /** How long the signs of a coming breakdown show, ms. */
    static final long BREAKDOWN_SIGNS_MS = 40 * 60_000L;

    /** Share of loads whose button was pressed late: recorded as seconds long. */
    static final double LATE_BUTTON_SHARE = 0.024;

    /** Share of loads that a shovel broke off. */
    static final double PARTIAL_LOAD_SHARE = 0.0075;

    /** Mean payload against nominal, and its spread below and above, shares of nominal. */
    static final double PAYLOAD_MODE = 1.047;

    static final double PAYLOAD_SD_BELOW = 0.026;
    static final double PAYLOAD_SD_ABOVE = 0.038;

    /** Spread of a trip's pace around the road's, of the logarithm. */
    static final double PACE_SIGMA_EMPTY = 0.16;

    static final double PACE_SIGMA_LOADED = 0.088;

    /** The fleet system's travel table against the road's own time, and how far it is out. */
    static final double TABLE_EMPTY = 0.91;

    static final double TABLE_LOADED = 1.165;
    static final double TABLE_SIGMA_EMPTY = 0.34;
    static final double TABLE_SIGMA_LOADED = 0.285;

    /** Dispensed per refuelling against the tank, mean and spread. */
    static final double REFUEL_SHARE = 0.68;

    static final double REFUEL_SHARE_SD = 0.225;
    static final double FULL_SHARE = 0.965;
    static final double FULL_SHARE_SD = 0.012;

    /** Under this share of the tank a truck goes for fuel whatever it was told. */
    static final double RESERVE_SHARE = 0.08;

    /** Burn against idle while spotting and while the hoist lifts the body. */
    static final double SPOTTING_BURN = 1.2;

    static final double DUMPING_BURN = 1.6;

    /** Share of an operator's assignments that do not suit him. */
    static final double REFUSAL_SHARE = 0.02;

    /** How long a truck queues at a dead shovel, and how long it tries a closed road again, ms. */
    static final long QUEUE_PATIENCE_MS = 600_000;

    static final long ROAD_RETRY_MS = 120_000;

    /** How long a truck stays parked when no further assignment comes, ms. */
    static final long PARK_PATIENCE_MS = 7_200_000;

    private Habits() {}

    /** Loading time of one truck, s. */
    static double loadingS(LoadingUnitKind kind, double meanS, Dice dice) {
        if (dice.chance(LATE_BUTTON_SHARE)) {
            return dice.uniform(1, 9);
        }
        double spread =
                switch (kind) {
                    case CABLE_SHOVEL -> 0.46;
                    case HYDRAULIC_SHOVEL -> 0.28;
                    case WHEEL_LOADER -> 0.225;
                };
        double bodyMeanS = meanS / (1 - LATE_BUTTON_SHARE);
        return Math.max(1, Spread.ofMeanAndSd(bodyMeanS, spread * bodyMeanS, 1_200).draw(dice));
    }

    /** How long a broken truck stands, s. */
    static double repairS(Dice dice) {
        return (dice.chance(OVERHAUL_SHARE) ? OVERHAUL : REPAIR).draw(dice);
    }

    /** How long a truck stops on its way to the shovel, s. */
    static double delayS(Dice dice) {
        double longS = dice.chance(HOLD_UP_SHARE) ? HOLD_UP.draw(dice) : 0;
        return longS + DELAY.draw(dice);
    }

    /** How long a loading unit waits for the next truck before it tidies its face, mean s. */
    static double meanHangPatienceS(LoadingUnitKind kind) {
        return switch (kind) {
            case CABLE_SHOVEL -> 195;
            case HYDRAULIC_SHOVEL -> 480;
            case WHEEL_LOADER -> 520;
        };
    }

    /** What one load weighs, t. */
    static double payloadT(double nominalT, Dice dice) {
        if (dice.chance(PARTIAL_LOAD_SHARE)) {
            return nominalT * dice.uniform(0.5, 0.9);
        }
        double size = Math.abs(dice.gaussian());
        boolean below = dice.chance(PAYLOAD_SD_BELOW / (PAYLOAD_SD_BELOW + PAYLOAD_SD_ABOVE));
        double share = PAYLOAD_MODE + size * (below ? -PAYLOAD_SD_BELOW : PAYLOAD_SD_ABOVE);
        return nominalT * Math.min(share, 1.16);
    }
}
