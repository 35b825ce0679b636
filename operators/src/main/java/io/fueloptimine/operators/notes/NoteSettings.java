package io.fueloptimine.operators.notes;

import io.fueloptimine.models.mine.input.Setting;
import java.io.Serializable;

/** The settings that determine for how long notes have an effect. */
public record NoteSettings(
        @Setting(
                        unit = "min of event time",
                        min = 1,
                        max = 10_080,
                        meaning = "Time after which the alarm of a note is cleared")
                int alarmOpenMin,
        @Setting(
                        unit = "min of event time",
                        min = 1,
                        max = 10_080,
                        meaning =
                                "Time for which a road stays closed or wet after a note, unless"
                                        + " another note repeats it or reports it open")
                int roadValidMin)
        implements Serializable {

    /** The defaults. */
    public static final NoteSettings DEFAULT = new NoteSettings(60, 60);
}
