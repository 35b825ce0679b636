package io.fueloptimine.models.quality.clock;

import io.fueloptimine.models.mine.Reading;
import java.util.HashMap;
import java.util.Map;

/**
 * The clock of each site, from recent readings only: when just one machine still sends, its time is
 * soon no longer compared with the outdated times of the others.
 *
 * <p>While machines deliver the backlog of an outage, one or two machines with live data count as
 * ahead of the site. This is intended: otherwise they would advance event time, and the backlog
 * would be late for its windows. Not thread-safe.
 */
public final class SiteClocks {

    /**
     * The largest number of sites. A broker serves a few sites; more indicates that a sender
     * generates site names.
     */
    private static final int MAX_SITES = 1_000;

    /**
     * How many readings a generation covers: at most 15 minutes of two generations if a single
     * machine sends once per second.
     */
    private static final int READINGS_PER_GENERATION = 500;

    private final Map<String, Generations> sites = new HashMap<>();

    /**
     * Updates the clock of the reading's site. Returns how far the reading is ahead of it, s; 0 if
     * it is not ahead.
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
     * The clock of the current generation of readings; the previous generation's clock is used
     * until the current one is known.
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
