package io.fueloptimine.operators.score;

import io.fueloptimine.models.mine.input.Setting;
import java.io.Serializable;
import java.time.Duration;

/** The settings that determine how long scoring waits for the model registry. */
public record ScoreSettings(
        @Setting(
                        unit = "s of wall-clock time",
                        min = 1,
                        max = 3_600,
                        meaning =
                                "Time for which the start waits for the champion; then physics"
                                        + " scores until it is loaded")
                int startWaitS)
        implements Serializable {

    /** The defaults. */
    public static final ScoreSettings DEFAULT = new ScoreSettings(30);

    /** The time for which the start waits for the champion. */
    public Duration startWait() {
        return Duration.ofSeconds(startWaitS);
    }
}
