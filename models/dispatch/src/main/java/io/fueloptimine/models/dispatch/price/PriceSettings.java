package io.fueloptimine.models.dispatch.price;

import io.fueloptimine.models.mine.input.Setting;
import java.io.Serializable;

/** How prices of trips follow from residuals. */
public record PriceSettings(
        @Setting(
                        unit = "L",
                        min = 1,
                        max = 100_000,
                        meaning =
                                "Litres of evidence at which the ratio of a truck is half way"
                                        + " between the ratio without evidence and the measured one")
                double priorL,
        @Setting(
                        unit = "h of event time",
                        min = 0.5,
                        max = 720,
                        meaning =
                                "Time in which old residuals of a truck lose half of their weight")
                double halfLifeH,
        @Setting(
                        unit = "L",
                        min = 0,
                        max = 50,
                        meaning =
                                "Windows with fewer expected litres are left out, because the"
                                        + " engine hardly ran")
                double minExpectedL,
        @Setting(
                        unit = "burnt / expected",
                        min = 1.1,
                        max = 10,
                        meaning = "Limit of the ratio of a window and of a truck")
                double maxRatio,
        @Setting(
                        unit = "burnt / expected",
                        min = 1.01,
                        max = 10,
                        meaning = "A truck whose ratio is above this limit goes to the workshop")
                double workshopRatio)
        implements Serializable {

    /**
     * The default settings: 150 L are about one hour of a truck; a day is longer than the shift of
     * one operator, whose influence would otherwise be taken for that of the truck.
     */
    public static final PriceSettings DEFAULT = new PriceSettings(150, 24, 0.3, 2.5, 1.5);

    /** The defaults. */
    public static PriceSettings defaults() {
        return DEFAULT;
    }
}
