package io.fueloptimine.jobs.compare.run;

import java.util.Locale;

/**
 * A way to save diesel beside the choice of destinations. No lever is available yet: all are
 * switched off, and a comparison that names one says so.
 */
public enum Lever {

    /** Surplus trucks park. */
    PARKING,

    /** Trucks that wait for long switch their engines off. */
    IDLE_SHUTDOWN,

    /** Loading units load to the nominal payload. */
    PAYLOAD,

    /** Graders repair the roads that cost most. */
    ROADS,

    /** Trucks that burn too much get short flat hauls or go to the workshop. */
    DRIFTED_TRUCKS;

    /** The name in options and reports, for example {@code idle-shutdown}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
