package io.fueloptimine.jobs.local.account;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The status of a run at one moment.
 *
 * @param mineTime the current simulated time
 * @param readingsPerSecond valid readings per second of wall-clock time
 * @param rejected messages rejected since the start of the run
 * @param windows fuel windows scored since the start of the run
 * @param litresPerTonne litres burnt by haul trucks per tonne hauled; empty before the first cycle
 * @param openAlarms alarms that are not cleared
 * @param newestPlan time of the newest plan, in simulated time; empty before the first plan
 */
public record RunStatus(
        Instant mineTime,
        double readingsPerSecond,
        long rejected,
        long windows,
        OptionalDouble litresPerTonne,
        long openAlarms,
        Optional<Instant> newestPlan) {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /** Formats the status as one line of about 120 characters. */
    public String render() {
        return String.format(
                Locale.ROOT,
                "mine %s | %,6.0f readings/s | rejected %,d | windows %,d | %s L/t | alarms open %d"
                        + " | plan %s",
                CLOCK.format(mineTime),
                readingsPerSecond,
                rejected,
                windows,
                litresPerTonne.isPresent()
                        ? String.format(Locale.ROOT, "%.3f", litresPerTonne.getAsDouble())
                        : "-",
                openAlarms,
                newestPlan.map(this::ageOf).orElse("-"));
    }

    private String ageOf(Instant plan) {
        long minutes = Math.max(0, Duration.between(plan, mineTime).toMinutes());
        return minutes + " min old";
    }
}
