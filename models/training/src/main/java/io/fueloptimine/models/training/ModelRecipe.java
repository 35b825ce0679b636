package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.CycleFeatures;
import io.fueloptimine.models.fuel.FuelFeatures;
import io.fueloptimine.models.fuel.registry.FeatureSchema;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.training.boost.BoostSettings;
import java.util.List;
import java.util.Set;

/**
 * The definition of how a model is trained from a table.
 *
 * @param name the name in the registry
 * @param schema the features
 * @param neverLess the features with a monotonicity constraint from physics: the prediction must
 *     not decrease when such a feature increases
 * @param target the quantity that the forests predict
 * @param physicsFeature the feature that contains the prediction of haul physics: litres per minute
 *     for windows, litres for cycles
 * @param linearFeatures the features of the linear baseline: those without the measured work, which
 *     is itself the result of a physical model
 * @param leastExposure the minimum exposure of a training row, because rows with less exposure are
 *     too noisy; such rows are still evaluated
 * @param mapeFloorL rows with fewer litres are left out of the mean absolute percentage error, L
 * @param fewestRows the minimum number of rows for training
 * @param settings the settings of the booster
 */
public record ModelRecipe(
        String name,
        FeatureSchema schema,
        Set<String> neverLess,
        TrainingTarget target,
        String physicsFeature,
        List<String> linearFeatures,
        double leastExposure,
        double mapeFloorL,
        int fewestRows,
        BoostSettings settings) {

    private static final FeatureSchema CYCLE_SCHEMA =
            new FeatureSchema(CycleFeatures.SCHEMA, CycleFeatures.NAMES);

    public ModelRecipe {
        neverLess = Set.copyOf(neverLess);
    }

    /** The recipe of the model of one-minute windows. The settings keep the model file small. */
    public static ModelRecipe windows(long seed) {
        return new ModelRecipe(
                ModelRegistry.FUEL_WINDOW,
                FeatureSchema.FUEL_WINDOW,
                Set.of(
                        "payload_t",
                        "climb_m_per_min",
                        "physics_l_per_min",
                        "traction_kw",
                        "work_l_per_min"),
                TrainingTarget.LITRES_PER_MINUTE,
                "physics_l_per_min",
                FuelFeatures.WITHOUT_WORK,
                0.5,
                0.5,
                500,
                new BoostSettings(seed, 180, 5, 0.08, 50, 0.7, 0.7, 1));
    }

    /**
     * The recipe of the model of haul cycles. There are far fewer cycles than windows, so each tree
     * has one split: in cross-validation grouped by machine over two simulated histories of 48
     * hours (seeds 7 and 8), deeper trees and more of them had a higher error.
     */
    public static ModelRecipe cycles(long seed) {
        return new ModelRecipe(
                ModelRegistry.FUEL_CYCLE,
                CYCLE_SCHEMA,
                Set.of("payload_t", "lift_m"),
                TrainingTarget.RATIO_TO_WORK,
                "physics_l",
                CycleFeatures.WITHOUT_WORK,
                1,
                1,
                60,
                new BoostSettings(seed, 80, 1, 0.05, 30, 0.5, 0.5, 10));
    }

    /** A copy of the recipe with other booster settings. */
    public ModelRecipe with(BoostSettings other) {
        return new ModelRecipe(
                name,
                schema,
                neverLess,
                target,
                physicsFeature,
                linearFeatures,
                leastExposure,
                mapeFloorL,
                fewestRows,
                other);
    }
}
