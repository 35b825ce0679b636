package io.fueloptimine.models.mine.consumption;

import java.time.Instant;
import java.util.Objects;

/**
 * Fuel that went into or out of a machine's tank in one go: a refuelling (FILL) or a loss while the
 * machine stood (DRAIN). A later record with the same id replaces an earlier one, for example when
 * the message of the fuel bay arrives after the level has shown the refuelling.
 *
 * @param eventId the id: machine, kind and start
 * @param site the mine
 * @param machineId the machine
 * @param kind refuelling or loss
 * @param startedAt start (UTC)
 * @param endedAt end (UTC); the latest known time while a loss continues
 * @param litres litres that went in or out, 0 or more: those of the fuel bay's meter when there is
 *     one, otherwise those of the level
 * @param standardErrorL standard error of {@code litres}, L
 * @param levelL litres by the change of the tank level, corrected for the fuel burnt meanwhile;
 *     null when the level does not show the event
 * @param bayL litres by the fuel bay's meter; null without a message of a bay
 * @param levelBeforePct tank level before, %; null when unknown
 * @param levelAfterPct tank level after, %; null when unknown
 * @param source what shows the event
 * @param bayId the fuel bay; null without a message of a bay
 * @param place the location of the mine map at which the machine stood; null when unknown
 * @param confidence probability that the event took place with about these litres, 0 to 1
 */
public record TankEvent(
        String eventId,
        String site,
        String machineId,
        Kind kind,
        Instant startedAt,
        Instant endedAt,
        double litres,
        double standardErrorL,
        Double levelL,
        Double bayL,
        Double levelBeforePct,
        Double levelAfterPct,
        Source source,
        String bayId,
        String place,
        double confidence) {

    /** Whether fuel went into or out of the tank. */
    public enum Kind {
        FILL,
        DRAIN
    }

    /** What shows an event. */
    public enum Source {
        /** The tank level only. */
        LEVEL,
        /** A message of a fuel bay only. */
        BAY,
        /** The tank level and a message of a fuel bay. */
        BOTH
    }

    /**
     * @throws NullPointerException naming the first field that must not be null
     */
    public TankEvent {
        Objects.requireNonNull(eventId, "TankEvent.eventId");
        Objects.requireNonNull(site, "TankEvent.site");
        Objects.requireNonNull(machineId, "TankEvent.machineId");
        Objects.requireNonNull(kind, "TankEvent.kind");
        Objects.requireNonNull(startedAt, "TankEvent.startedAt");
        Objects.requireNonNull(source, "TankEvent.source");
    }
}
