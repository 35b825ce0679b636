package io.fueloptimine.models.fuel.registry;

import io.fueloptimine.models.fuel.FuelFeatures;
import java.util.List;

/**
 * By what features a model knows a row.
 *
 * @param number counts changes of the names or of what they mean; a model's major version
 * @param names in order
 */
public record FeatureSchema(int number, List<String> names) {

    /** What {@link FuelFeatures} makes of a fuel window. */
    public static final FeatureSchema FUEL_WINDOW =
            new FeatureSchema(FuelFeatures.SCHEMA, FuelFeatures.NAMES);

    public FeatureSchema {
        if (number < 1 || names.isEmpty()) {
            throw new IllegalArgumentException(
                    "feature schema "
                            + number
                            + " with the names "
                            + names
                            + ": expected a number from 1 and at least one name");
        }
        names = List.copyOf(names);
    }
}
