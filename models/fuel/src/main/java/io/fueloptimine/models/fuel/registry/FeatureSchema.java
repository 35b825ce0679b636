package io.fueloptimine.models.fuel.registry;

import io.fueloptimine.models.fuel.FuelFeatures;
import java.util.List;

/**
 * The features of a model.
 *
 * @param number the schema number, which increases with every change of the names or of their
 *     meaning; it is the major version of a model
 * @param names the names of the features, in order
 */
public record FeatureSchema(int number, List<String> names) {

    /** The schema of {@link FuelFeatures}. */
    public static final FeatureSchema FUEL_WINDOW =
            new FeatureSchema(FuelFeatures.SCHEMA, FuelFeatures.NAMES);

    /** The schema of window models of earlier releases, which are still scored. */
    public static final FeatureSchema FUEL_WINDOW_1 =
            new FeatureSchema(1, FuelFeatures.WITHOUT_WORK);

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
