package io.fueloptimine.jobs.compare.run;

import io.fueloptimine.jobs.compare.lever.ActiveLever;
import io.fueloptimine.jobs.compare.lever.GradingLever;
import io.fueloptimine.jobs.compare.lever.PayloadLever;
import io.fueloptimine.jobs.compare.lever.ShutdownLever;
import io.fueloptimine.models.mine.MineSite;
import java.util.Locale;
import java.util.Optional;

/** A way to save diesel that can be measured alone: runs with and without it. */
public enum Lever {

    /** The policy chooses the destinations; without it, fixed pairs. */
    ROUTING,

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

    /** Whether {@code compare} can measure it. */
    public boolean measurable() {
        return this != PARKING && this != DRIFTED_TRUCKS;
    }

    /** The lever for one run; empty for one that is part of the policy. */
    Optional<ActiveLever> active(MineSite mine) {
        return switch (this) {
            case IDLE_SHUTDOWN -> Optional.of(new ShutdownLever(mine));
            case PAYLOAD -> Optional.of(new PayloadLever(mine));
            case ROADS -> Optional.of(new GradingLever(mine));
            case ROUTING, PARKING, DRIFTED_TRUCKS -> Optional.empty();
        };
    }
}
