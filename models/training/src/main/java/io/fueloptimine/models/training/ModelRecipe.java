package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.CycleFeatures;
import io.fueloptimine.models.fuel.registry.FeatureSchema;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.training.boost.BoostSettings;
import java.util.Set;

/**
 * What sort of model is to be learnt from a table, and what is known of it beforehand.
 *
 * @param name the name under which it is registered
 * @param schema the features it knows a row by
 * @param neverLess the features of which more never means less diesel, by physics
 * @param physicsFeature the feature that is haul physics' own expectation, per unit of exposure
 * @param leastExposure rows of less are noise to learn from; they are still judged
 * @param mapeFloorL rows that burnt less count for no MAPE, L
 * @param fewestRows below this nothing is learnt
 * @param settings how its forests are grown
 */
public record ModelRecipe(
        String name,
        FeatureSchema schema,
        Set<String> neverLess,
        TrainingTarget target,
        String physicsFeature,
        double leastExposure,
        double mapeFloorL,
        int fewestRows,
        BoostSettings settings) {

    private static final FeatureSchema CYCLE_SCHEMA =
            new FeatureSchema(CycleFeatures.SCHEMA, CycleFeatures.NAMES);

    public ModelRecipe {
        neverLess = Set.copyOf(neverLess);
    }

    /**
     * One-minute windows, rows per covered minute. Small enough to ship, large enough to meet
     * physics where physics is wrong.
     */
    public static ModelRecipe windows(long seed) {
        return new ModelRecipe(
                ModelRegistry.FUEL_WINDOW,
                FeatureSchema.FUEL_WINDOW,
                Set.of("payload_t", "climb_m_per_min", "physics_l_per_min"),
                TrainingTarget.LITRES_PER_MINUTE,
                "physics_l_per_min",
                0.5,
                0.5,
                500,
                new BoostSettings(seed, 150, 6, 0.1, 20));
    }

    /** Whole haul cycles: hundreds of times fewer rows than windows, so shallow trees. */
    public static ModelRecipe cycles(long seed) {
        return new ModelRecipe(
                ModelRegistry.FUEL_CYCLE,
                CYCLE_SCHEMA,
                Set.of("payload_t", "lift_m", "physics_l"),
                TrainingTarget.RATIO_TO_PHYSICS,
                "physics_l",
                1,
                1,
                60,
                new BoostSettings(seed, 600, 3, 0.05, 10, 0.8, 0.8, 1));
    }

    /** The same with other settings. */
    public ModelRecipe with(BoostSettings other) {
        return new ModelRecipe(
                name,
                schema,
                neverLess,
                target,
                physicsFeature,
                leastExposure,
                mapeFloorL,
                fewestRows,
                other);
    }
}
