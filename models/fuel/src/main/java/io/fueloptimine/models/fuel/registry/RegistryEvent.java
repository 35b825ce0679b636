package io.fueloptimine.models.fuel.registry;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * An event in the history of a model's versions.
 *
 * @param at the time of the event (UTC), with a resolution of one millisecond
 * @param action the kind of event
 * @param alias the changed alias; null for a registration
 * @param version the registered version, or the new version of the alias
 * @param previous the previous version of the alias; 0 for none
 */
public record RegistryEvent(Instant at, Action action, Alias alias, int version, int previous) {

    /** The kind of event. */
    public enum Action {
        @JsonProperty("registered")
        REGISTERED,
        @JsonProperty("promoted")
        PROMOTED,
        @JsonProperty("rolled-back")
        ROLLED_BACK
    }

    public RegistryEvent {
        Objects.requireNonNull(at, "at: expected a time");
        Objects.requireNonNull(action, "action: expected registered, promoted or rolled-back");
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    static RegistryEvent registered(Instant at, int version) {
        return new RegistryEvent(at, Action.REGISTERED, null, version, 0);
    }

    static RegistryEvent promoted(Instant at, Alias alias, int version, int previous) {
        return new RegistryEvent(at, Action.PROMOTED, alias, version, previous);
    }

    static RegistryEvent rolledBack(Instant at, int version, int previous) {
        return new RegistryEvent(at, Action.ROLLED_BACK, Alias.CHAMPION, version, previous);
    }
}
