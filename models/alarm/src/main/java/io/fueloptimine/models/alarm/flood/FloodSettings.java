package io.fueloptimine.models.alarm.flood;

import io.fueloptimine.models.mine.input.CheckedSettings;
import io.fueloptimine.models.mine.input.Setting;
import java.io.Serializable;
import java.util.List;

/** When the alarms of many machines are one alarm of their site. */
public record FloodSettings(
        @Setting(
                        unit = "machines",
                        min = 2,
                        max = 100_000,
                        meaning =
                                "Machines of a site with alarms of one type that are one alarm of"
                                        + " the site instead of one each")
                int fewestMachines,
        @Setting(
                        unit = "s of event time",
                        min = 1,
                        max = 86_400,
                        meaning =
                                "Time within which the conditions of these machines must begin to"
                                        + " have one cause")
                int windowS,
        @Setting(
                        unit = "s of event time",
                        min = 0,
                        max = 86_400,
                        meaning =
                                "Time that a silence must last before it is raised, in which the"
                                        + " silences of other machines are waited for")
                int silenceHoldS,
        @Setting(
                        unit = "s of wall-clock time",
                        min = 0,
                        max = 86_400,
                        meaning =
                                "Time without telemetry of any machine of a site, by the clock of"
                                        + " the computer, that raises the silence of the site; 0 for"
                                        + " never, otherwise 120 or more. Not used where the time of the mine is not the time"
                                        + " of arrival")
                int siteSilenceS)
        implements Serializable, CheckedSettings {

    /** Machines are heard of once a minute, so that a shorter time would be no silence. */
    private static final int LEAST_SITE_SILENCE_S = 120;

    /** The defaults. */
    public static final FloodSettings DEFAULT = new FloodSettings(5, 600, 60, 300);

    /** A copy with another time after which a site without telemetry is silent. */
    public FloodSettings withSiteSilenceS(int seconds) {
        return new FloodSettings(fewestMachines, windowS, silenceHoldS, seconds);
    }

    @Override
    public List<String> faults() {
        return siteSilenceS == 0 || siteSilenceS >= LEAST_SITE_SILENCE_S
                ? List.of()
                : List.of(
                        "siteSilenceS is "
                                + siteSilenceS
                                + ", expected 0, or "
                                + LEAST_SITE_SILENCE_S
                                + " or more, because machines are heard of once a minute");
    }
}
