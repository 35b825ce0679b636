package io.fueloptimine.models.dispatch.price;

import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.time.Instant;
import java.util.Optional;

/**
 * What one truck burnt in a span of time, beside what a model expected of it.
 *
 * @param site the mine
 * @param truckId the truck
 * @param from begin of the span (UTC)
 * @param to end of the span (UTC)
 * @param burntL litres burnt, 0 or more
 * @param expectedL litres expected, more than 0
 * @param model name and version of the model, such as {@code fuel-window 3}
 */
public record FuelResidual(
        String site,
        String truckId,
        Instant from,
        Instant to,
        double burntL,
        double expectedL,
        String model) {

    /**
     * The residual of a scored window.
     *
     * @return empty for machines other than haul trucks, for corrections of earlier windows by late
     *     readings, and for windows without litres or expectation
     */
    public static Optional<FuelResidual> of(ScoredWindow score) {
        boolean usable =
                score.window().kind() == EquipmentKind.HAULTRUCK
                        && score.window().revision() == 0
                        && Double.isFinite(score.window().fuelL())
                        && Double.isFinite(score.expectedL())
                        && score.expectedL() > 0;
        return usable
                ? Optional.of(
                        new FuelResidual(
                                score.site(),
                                score.machineId(),
                                score.window().start(),
                                score.window().end(),
                                score.window().fuelL(),
                                score.expectedL(),
                                modelText(score.modelName(), score.modelVersion())))
                : Optional.empty();
    }

    /** Name and version of a model as one text. */
    public static String modelText(String name, String version) {
        return name + " " + version;
    }
}
