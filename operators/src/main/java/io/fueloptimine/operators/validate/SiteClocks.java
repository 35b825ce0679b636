package io.fueloptimine.operators.validate;

import io.fueloptimine.models.mine.Reading;
import java.util.HashMap;
import java.util.Map;

/** The clock of each site. Not thread-safe. */
final class SiteClocks {

    /** One broker serves a handful of sites; beyond this somebody makes names up. */
    private static final int MAX_SITES = 1_000;

    private final Map<String, SiteClock> clocks = new HashMap<>();

    /** Takes note of a reading's time and tells how far it is ahead of its site's, s; 0 if not. */
    double aheadSeconds(Reading reading) {
        SiteClock clock = clocks.get(reading.site());
        if (clock == null) {
            if (clocks.size() >= MAX_SITES) {
                clocks.clear();
            }
            clock = new SiteClock();
            clocks.put(reading.site(), clock);
        }
        long millis = reading.time().toEpochMilli();
        clock.observe(reading.machineId(), millis);
        long siteMillis = clock.millis();
        return siteMillis == SiteClock.UNKNOWN ? 0.0 : Math.max(0, millis - siteMillis) / 1_000.0;
    }
}
