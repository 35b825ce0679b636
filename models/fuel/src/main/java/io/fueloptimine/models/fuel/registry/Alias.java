package io.fueloptimine.models.fuel.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** A name that points at one version of a model. */
public enum Alias {

    /** The version that scores. */
    CHAMPION,

    /** The version that scores beside it, unseen, to be judged by the same windows. */
    CHALLENGER;

    /** As it is written in files and on the command line. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The alias of that text, in any case. */
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
