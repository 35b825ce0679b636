package io.fueloptimine.jobs.training.retraining;

import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.model.RetrainCause;
import io.fueloptimine.models.mine.model.RetrainRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Creates a retraining request once a night, by wall clock. Not thread-safe. */
public final class NightlyClock {

    private final Optional<LocalTime> at;
    private final ZoneId zone;
    private Instant next;

    private NightlyClock(Optional<LocalTime> at, ZoneId zone, Instant now) {
        this.at = at;
        this.zone = zone;
        this.next = nextAfter(now);
    }

    /**
     * Creates a clock that requests retraining every night at a local time. The first request is
     * due at the first such time after {@code now}.
     */
    public static NightlyClock at(LocalTime time, ZoneId zone, Instant now) {
        return new NightlyClock(Optional.of(time), zone, now);
    }

    /** Creates a clock that never requests retraining. */
    public static NightlyClock never() {
        return new NightlyClock(Optional.empty(), ZoneId.of("UTC"), Instant.MAX);
    }

    /**
     * The request, if it is due; empty otherwise. If several nights have passed since the last
     * call, only one request is returned.
     */
    Optional<RetrainRequest> due(Instant now) {
        if (now.isBefore(next)) {
            return Optional.empty();
        }
        String night = LocalDate.ofInstant(now, zone).toString();
        next = nextAfter(now);
        return Optional.of(
                new RetrainRequest(
                        "nightly/" + night,
                        ModelRegistry.FUEL_WINDOW,
                        RetrainCause.SCHEDULE,
                        "every night",
                        null));
    }

    private Instant nextAfter(Instant now) {
        if (at.isEmpty()) {
            return Instant.MAX;
        }
        LocalDate today = LocalDate.ofInstant(now, zone);
        Instant tonight = timeOn(today);
        return tonight.isAfter(now) ? tonight : timeOn(today.plusDays(1));
    }

    /**
     * The instant of the request on a day. If the local time occurs twice on this day (end of
     * summer time), the earlier instant is returned. If the local time does not exist on this day,
     * a later instant is returned.
     */
    private Instant timeOn(LocalDate day) {
        return ZonedDateTime.of(day, at.orElseThrow(), zone).toInstant();
    }
}
