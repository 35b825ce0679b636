package io.fueloptimine.models.fuel.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** A name that points at one version of a model. */
public enum Alias {

    /** The version whose scores are used. */
    CHAMPION,

    /** A version that scores the same windows for comparison; its scores are not used. */
    CHALLENGER;

    /** The text in files and on the command line. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The alias with this text, ignoring case. */
    public static Optional<Alias> of(String text) {
        for (Alias alias : values()) {
            if (alias.name().equalsIgnoreCase(text)) {
                return Optional.of(alias);
            }
        }
        return Optional.empty();
    }

    @JsonCreator
    static Alias read(String text) {
        return of(text).orElseThrow(
                        () -> new IllegalArgumentException("alias '" + text + "' is unknown"));
    }
}
