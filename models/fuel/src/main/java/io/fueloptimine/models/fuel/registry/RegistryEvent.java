package io.fueloptimine.models.fuel.registry;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * Something that happened to a model's versions.
 *
 * @param at when (UTC), to the millisecond
 * @param action what
 * @param alias which alias moved; null when none did
 * @param version the version registered, or the one that the alias points at since then
 * @param previous the version that it pointed at before; 0 when there was none
 */
public record RegistryEvent(Instant at, Action action, Alias alias, int version, int previous) {

    /** What can happen. */
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
