package io.fueloptimine.models.dispatch.site;

import io.fueloptimine.models.dispatch.plan.PlanRequest;
import io.fueloptimine.models.dispatch.plan.PlannerSettings;
import io.fueloptimine.models.dispatch.price.PriceModels;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.site.MineSites;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** Solves the plans of sites. Called on one thread at a time, which is not the task thread. */
public interface SitePlanner extends AutoCloseable {

    /**
     * Solves a plan.
     *
     * @param cancelled asked from time to time; once it is true, the result is not used, and the
     *     planner should return or throw soon
     * @throws RuntimeException if there is no plan
     */
    DispatchPlan plan(PlanRequest request, BooleanSupplier cancelled);

    /**
     * Takes notice of the model that scored a fuel window, which is the champion of job fuel.
     * Called by the task thread; returns at once.
     *
     * @param model name and version, such as {@code fuel-window 3}
     */
    default void scoredWith(String model) {}

    /** Version of the model that prices trips; 0 without one. Called by any thread. */
    default int modelVersion() {
        return 0;
    }

    @Override
    default void close() {}

    /** Creates the planner of the mines on each worker. */
    @FunctionalInterface
    interface Factory extends Serializable {

        SitePlanner create(MineSites mines, PlannerSettings settings);

        /**
         * The planner of this software.
         *
         * @param registry the folder of the model registry, readable where the job runs
         * @param modelName the name of the model of fuel windows, which prices trips
         */
        static Factory priced(Path registry, String modelName) {
            String root = registry.toString();
            return (mines, settings) ->
                    new PricedPlanners(
                            mines, settings, new PriceModels(Path.of(root), modelName, mines));
        }
    }
}
