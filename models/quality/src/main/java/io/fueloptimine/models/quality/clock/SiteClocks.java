package io.fueloptimine.models.quality.clock;

import io.fueloptimine.models.mine.reading.Reading;
import java.util.HashMap;
import java.util.Map;

/**
 * The clock of each site, computed from recent readings only. When just one machine still sends,
 * its time is therefore soon no longer compared with outdated times of other machines.
 *
 * <p>While most machines deliver the backlog of an outage, one or two machines with live data count
 * as ahead of the site. This is intended, because the live data would otherwise advance event time,
 * and the backlog would be late for its windows. Not thread-safe.
 */
public final class SiteClocks {

    /**
     * The number of readings per generation. Two generations cover about 15 minutes if a single
     * machine sends one reading per second.
     */
    private static final int READINGS_PER_GENERATION = 500;

    private final ClockRules rules;
    private final Map<String, Generations> measured = new HashMap<>();
    private final Map<String, Generations> recorded = new HashMap<>();

    /**
     * @param rules the rules by which readings advance the clocks; only readings of known machines
     *     advance them
     */
    public SiteClocks(ClockRules rules) {
        this.rules = rules;
    }

    /**
     * Updates the clock of the reading's site. Returns how far the reading's time is ahead, s: the
     * larger of its differences to the site's clock and to the reading's arrival; 0 if the reading
     * is not ahead.
     *
     * <p>Cycles and refuellings do not update the clock. At a site without known machines that send
     * telemetry or changes of state, cycles and refuellings are compared with one another.
     */
    public double aheadSeconds(Reading reading) {
        return Math.max(aheadOfSiteSeconds(reading), rules.aheadOfArrivalSeconds(reading));
    }

    private double aheadOfSiteSeconds(Reading reading) {
        if (rules.mayAdvanceTime(reading)) {
            observe(measured, reading);
        }
        long siteMillis = millis(measured, reading);
        if (ClockRules.isRecord(reading.stream())) {
            if (rules.isKnown(reading.site(), reading.machineId())) {
                observe(recorded, reading);
            }
            siteMillis = siteMillis == SiteClock.UNKNOWN ? millis(recorded, reading) : siteMillis;
        }
        long millis = reading.time().toEpochMilli();
        return siteMillis == SiteClock.UNKNOWN ? 0.0 : Math.max(0, millis - siteMillis) / 1_000.0;
    }

    private static void observe(Map<String, Generations> sites, Reading reading) {
        sites.computeIfAbsent(reading.site(), name -> new Generations())
                .observe(reading.machineId(), reading.time().toEpochMilli());
    }

    private static long millis(Map<String, Generations> sites, Reading reading) {
        Generations site = sites.get(reading.site());
        return site == null ? SiteClock.UNKNOWN : site.millis();
    }

    /**
     * The clocks of the current and of the previous generation of readings. The previous clock is
     * used until the time of the current clock is known.
     */
    private static final class Generations {

        private SiteClock current = new SiteClock();
        private SiteClock previous = new SiteClock();
        private int readings;

        void observe(String machineId, long millis) {
            if (++readings > READINGS_PER_GENERATION) {
                previous = current;
                current = new SiteClock();
                readings = 1;
            }
            current.observe(machineId, millis);
            previous.observe(machineId, millis);
        }

        long millis() {
            return current.millis() == SiteClock.UNKNOWN ? previous.millis() : current.millis();
        }
    }
}
