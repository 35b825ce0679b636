package io.fueloptimine.models.dispatch.fleet;

import java.time.Instant;
import java.util.List;

/**
 * The account of a highest rate: the tonnes that may be moved at present. The rate adds tonnes all
 * the time, and each load takes its own off (a token bucket). What a face, dump or material did not
 * move is kept for an hour at most. A load may be begun when one load at most is owed after it, so
 * that the tonnes moved since the beginning are at most rate x time + one load, and those moved in
 * any other time at most an hour of the rate more. Immutable.
 *
 * @param rate the target with the highest rate
 * @param at time of the latest update (UTC)
 * @param creditT tonnes that may be moved at that time, t; negative when tonnes are owed
 */
public record RateAccount(RateTarget rate, Instant at, double creditT) {

    private static final double MILLIS_PER_HOUR = 3_600_000;
    private static final double SECONDS_PER_HOUR = 3_600;

    /** Time for which tonnes that were not moved are kept, h. */
    private static final double KEPT_H = 1;

    /**
     * A load that is on its way to the face or dump.
     *
     * @param inS when it is loaded or dumped, s after the time that is asked about
     * @param tonnes the load, t
     */
    public record Due(double inS, double tonnes) {}

    /** The account from the beginning of its rate. */
    static RateAccount begun(RateTarget rate, Instant at) {
        return new RateAccount(rate, at, 0);
    }

    /** The account after a load. Loads may be reported late; an earlier time adds nothing. */
    RateAccount moved(double tonnes, Instant when) {
        Instant later = when.isAfter(at) ? when : at;
        return new RateAccount(rate, later, creditAt(later) - tonnes);
    }

    /** Tonnes that may be moved at a time, t; negative when tonnes are owed. */
    public double creditAt(Instant when) {
        double hours = (when.toEpochMilli() - at.toEpochMilli()) / MILLIS_PER_HOUR;
        return grown(creditT, Math.max(0, hours));
    }

    /** Whether both are for the same face, dump or material and have the same highest rate. */
    boolean isFor(RateTarget other) {
        return rate.subject().equals(other.subject()) && rate.maxTph().equals(other.maxTph());
    }

    /**
     * Whether no more than one load is owed after each of the given loads.
     *
     * @param when the time of the question (UTC)
     * @param due the loads on their way, sorted by time
     * @param from the first load that is looked at; earlier loads count but are not refused
     */
    public boolean hasRoom(Instant when, List<Due> due, Due from) {
        double credit = creditAt(when);
        double atS = 0;
        for (Due load : due) {
            double nextS = Math.max(atS, load.inS());
            credit = grown(credit, (nextS - atS) / SECONDS_PER_HOUR) - load.tonnes();
            atS = nextS;
            boolean counts = load.inS() >= from.inS();
            if (counts && (rate.maxTph() == 0 || credit < -load.tonnes())) {
                return false;
            }
        }
        return true;
    }

    private double grown(double credit, double hours) {
        double most = Math.max(credit, KEPT_H * rate.maxTph());
        return Math.min(most, credit + hours * rate.maxTph());
    }
}
