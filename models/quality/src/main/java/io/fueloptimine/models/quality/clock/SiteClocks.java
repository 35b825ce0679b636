package io.fueloptimine.models.quality.clock;

import io.fueloptimine.models.mine.Reading;
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
     * The maximum number of sites. A broker serves a few sites; more sites indicate that a sender
     * uses invalid site names.
     */
    private static final int MAX_SITES = 1_000;

    /**
     * The number of readings per generation. Two generations cover about 15 minutes if a single
     * machine sends one reading per second.
     */
    private static final int READINGS_PER_GENERATION = 500;

    private final Map<String, Generations> sites = new HashMap<>();

    /**
     * Updates the clock of the reading's site. Returns how far the reading's time is ahead of the
     * site's clock, s; 0 if the reading is not ahead.
     */
    public double aheadSeconds(Reading reading) {
        if (sites.size() >= MAX_SITES && !sites.containsKey(reading.site())) {
            sites.clear();
        }
        Generations site = sites.computeIfAbsent(reading.site(), name -> new Generations());
        long millis = reading.time().toEpochMilli();
        long siteMillis = site.observe(reading.machineId(), millis);
        return siteMillis == SiteClock.UNKNOWN ? 0.0 : Math.max(0, millis - siteMillis) / 1_000.0;
    }

    /**
     * The clocks of the current and of the previous generation of readings. The previous clock is
     * used until the time of the current clock is known.
     */
    private static final class Generations {

        private SiteClock current = new SiteClock();
        private SiteClock previous = new SiteClock();
        private int readings;

        long observe(String machineId, long millis) {
            if (++readings > READINGS_PER_GENERATION) {
                previous = current;
                current = new SiteClock();
                readings = 1;
            }
            current.observe(machineId, millis);
            previous.observe(machineId, millis);
            return current.millis() == SiteClock.UNKNOWN ? previous.millis() : current.millis();
        }
    }
}
