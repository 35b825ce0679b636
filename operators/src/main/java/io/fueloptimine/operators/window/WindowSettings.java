package io.fueloptimine.operators.window;

import io.fueloptimine.models.mine.input.Setting;
import java.io.Serializable;
import java.time.Duration;

/**
 * The settings that determine for how long results wait for readings that arrive late or out of
 * order.
 */
public record WindowSettings(
        @Setting(
                        unit = "s of event time",
                        min = 0,
                        max = 3_600,
                        meaning = "Time by which the watermark follows the newest readings")
                int outOfOrdernessS,
        @Setting(
                        unit = "s of event time",
                        min = 0,
                        max = 3_600,
                        meaning =
                                "The same for scored windows, which job alarms reads; the machines'"
                                        + " windows are written minutes apart")
                int scoreOutOfOrdernessS,
        @Setting(
                        unit = "s of wall-clock time",
                        min = 1,
                        max = 3_600,
                        meaning =
                                "A Kafka partition without readings for this long does not hold the"
                                        + " watermark back")
                int idlenessS,
        @Setting(
                        unit = "min of event time",
                        min = 1,
                        max = 1_440,
                        meaning =
                                "Time for which fuel windows stay open and cycles wait for late"
                                        + " readings; a radio shadow usually delays them by less")
                int allowedLatenessMin)
        implements Serializable {

    /** The defaults. */
    public static final WindowSettings DEFAULT = new WindowSettings(10, 180, 5, 15);

    /** The value of {@link #outOfOrdernessS} as a duration. */
    public Duration outOfOrderness() {
        return Duration.ofSeconds(outOfOrdernessS);
    }

    /** The value of {@link #scoreOutOfOrdernessS} as a duration. */
    public Duration scoreOutOfOrderness() {
        return Duration.ofSeconds(scoreOutOfOrdernessS);
    }

    /** The value of {@link #idlenessS} as a duration. */
    public Duration idleness() {
        return Duration.ofSeconds(idlenessS);
    }

    /** The value of {@link #allowedLatenessMin} as a duration. */
    public Duration allowedLateness() {
        return Duration.ofMinutes(allowedLatenessMin);
    }
}
