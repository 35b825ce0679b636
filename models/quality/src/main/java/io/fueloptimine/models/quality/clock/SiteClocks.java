package io.fueloptimine.models.quality.clock;

import io.fueloptimine.models.mine.Reading;
import java.util.HashMap;
import java.util.Map;

/**
 * The clock of each site, as told by those who spoke lately: a machine that is left to speak alone
 * is soon held against nobody, rather than against clocks that stand still.
 *
 * <p>While the backlog of an outage comes in, a machine or two that speak live are ahead of what
 * most of the site says. They are: let through, they would pull event time along, and the backlog
 * would be too late for its minutes. Not thread-safe.
 */
public final class SiteClocks {

    /** One broker serves a handful of sites; beyond this somebody makes names up. */
    private static final int MAX_SITES = 1_000;

    /** Lately: within 15 minutes if one machine speaks alone once a second. */
    private static final int READINGS_PER_GENERATION = 500;

    private final Map<String, Generations> sites = new HashMap<>();

    /** Takes note of a reading's time and tells how far it is ahead of its site's, s; 0 if not. */
    public double aheadSeconds(Reading reading) {
        if (sites.size() >= MAX_SITES && !sites.containsKey(reading.site())) {
            sites.clear();
        }
        Generations site = sites.computeIfAbsent(reading.site(), name -> new Generations());
        long millis = reading.time().toEpochMilli();
        long siteMillis = site.observe(reading.machineId(), millis);
        return siteMillis == SiteClock.UNKNOWN ? 0.0 : Math.max(0, millis - siteMillis) / 1_000.0;
    }

    /** The clock of the present readings, and of those before while too few have spoken. */
    private static final class Generations {

        private SiteClock present = new SiteClock();
        private SiteClock before = new SiteClock();
        private int readings;

        long observe(String machineId, long millis) {
            if (++readings > READINGS_PER_GENERATION) {
                before = present;
                present = new SiteClock();
                readings = 1;
            }
            present.observe(machineId, millis);
            before.observe(machineId, millis);
            return present.millis() == SiteClock.UNKNOWN ? before.millis() : present.millis();
        }
    }
}
