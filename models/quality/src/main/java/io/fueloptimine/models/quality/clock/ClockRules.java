package io.fueloptimine.models.quality.clock;

import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.KnownMachines;
import io.fueloptimine.models.mine.site.MineSites;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * The rules by which readings advance event time. Only telemetry and changes of state of known
 * machines advance event time. In a real mine, the time of a reading is close to its time of
 * arrival. No reading then advances event time beyond its arrival by more than a bound, and a
 * machine whose readings are further ahead has a wrong clock.
 *
 * <p>All sites of a job share its event time. While the bound is below the allowed lateness of the
 * windows, the machines of one site cannot make the readings of another site too late.
 *
 * <p>Immutable and serialisable, so that Flink functions can have a field of this class.
 *
 * @param machines the machines of the mine files
 * @param openSites sites without a mine file, all of whose machines count as known
 * @param maxAhead the bound by which a reading may be ahead of its arrival; zero for a simulation
 *     or a replay, in which the time of the mine differs from the time of arrival
 */
public record ClockRules(KnownMachines machines, Set<String> openSites, Duration maxAhead)
        implements Serializable {

    /**
     * The default bound, which is less than the default of the windows' allowed lateness, 15
     * minutes.
     */
    public static final Duration DEFAULT_MAX_AHEAD = Duration.ofMinutes(5);

    private static final long serialVersionUID = 1L;

    /**
     * @throws IllegalArgumentException when {@code maxAhead} is negative
     */
    public ClockRules {
        if (maxAhead.isNegative()) {
            throw new IllegalArgumentException(
                    "maxAhead is " + maxAhead + ", expected a duration of 0 or more");
        }
        openSites = Set.copyOf(openSites);
    }

    /** Creates the rules for sites with mine files, without a bound. */
    public static ClockRules of(MineSites mines) {
        return new ClockRules(KnownMachines.of(mines), Set.of(), Duration.ZERO);
    }

    /** Creates the rules for sites without mine files, without a bound. */
    public static ClockRules ofOpenSites(String... sites) {
        return new ClockRules(KnownMachines.none(), Set.of(sites), Duration.ZERO);
    }

    /** A copy with other open sites. */
    public ClockRules withOpenSites(Set<String> sites) {
        return new ClockRules(machines, sites, maxAhead);
    }

    /** A copy with another bound; zero for no bound. */
    public ClockRules withMaxAhead(Duration bound) {
        return new ClockRules(machines, openSites, bound);
    }

    /** Whether a machine is in the mine file of its site, or its site is open. */
    public boolean isKnown(String site, String machineId) {
        return openSites.contains(site) || machines.contains(site, machineId);
    }

    /** Whether there is a bound, because the time of the mine is the time of arrival. */
    public boolean isRealTime() {
        return !maxAhead.isZero();
    }

    /**
     * Whether a reading may advance event time. It may if it is telemetry or a change of state of a
     * known machine and is not too far ahead of its arrival. Where the time of the mine is not the
     * time of arrival, cycles and refuellings of open sites advance event time too, because a
     * replay of a fleet management system contains nothing else. A reader of a topic also checks
     * {@link #isAhead}, because a topic can contain wrong times of arrival.
     */
    public boolean mayAdvanceTime(Reading reading) {
        boolean ownTime =
                reading.stream() == ReadingStream.TELEMETRY
                        || reading.stream() == ReadingStream.STATE;
        boolean replayedRecord =
                !isRealTime() && isRecord(reading.stream()) && openSites.contains(reading.site());
        return (ownTime || replayedRecord)
                && isKnown(reading.site(), reading.machineId())
                && !isAheadOfArrival(reading);
    }

    /**
     * Whether a reading must be rejected because its time is too far ahead of its arrival or of the
     * present time. Cycles and refuellings are never rejected, because they do not advance event
     * time and fleet management systems send them in any order.
     *
     * @param nowMillis the present time, ms since the epoch
     */
    public boolean isRefused(Reading reading, long nowMillis) {
        return isClockJump(reading)
                || !isRecord(reading.stream()) && isAhead(reading.time().toEpochMilli(), nowMillis);
    }

    /**
     * Whether a reading shows that the clock of its machine is wrong: this is the case when the
     * reading is too far ahead of its arrival and is neither a cycle nor a refuelling.
     */
    public boolean isClockJump(Reading reading) {
        return !isRecord(reading.stream()) && isAheadOfArrival(reading);
    }

    /**
     * Whether a time is further ahead of the present time than the bound; false when the time of
     * the mine is not the time of arrival.
     *
     * @param millis the time, ms since the epoch
     * @param nowMillis the present time, ms since the epoch
     */
    public boolean isAhead(long millis, long nowMillis) {
        return isRealTime() && millis - maxAhead.toMillis() > nowMillis;
    }

    /**
     * How far a reading is ahead of its arrival, s; 0 if the reading is not ahead, or if the time
     * of the mine is not the time of arrival.
     */
    public double aheadOfArrivalSeconds(Reading reading) {
        Instant arrival = reading.receivedAt();
        return isRealTime() && arrival != null
                ? Math.max(0, reading.time().toEpochMilli() - arrival.toEpochMilli()) / 1_000.0
                : 0;
    }

    /** Whether a stream consists of records of past work, which may be sent in any order. */
    static boolean isRecord(ReadingStream stream) {
        return stream == ReadingStream.CYCLE || stream == ReadingStream.REFUEL;
    }

    private boolean isAheadOfArrival(Reading reading) {
        return aheadOfArrivalSeconds(reading) > maxAhead.toMillis() / 1_000.0;
    }
}
