package io.fueloptimine.models.alarm.rule;

import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.alarm.PatternSettings;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A loaded truck that drives down a steep road faster than allowed. Its brakes and its retarder
 * have to take the energy of the descent, so the limit is lower than that of the road. A minute is
 * judged by the mean speed on its steep part, if that part is long enough.
 */
public final class Speeding implements MinuteRule {

    private static final long serialVersionUID = 1L;

    private final double limitKph;
    private final double steepPct;
    private final double leastShare;

    public Speeding(PatternSettings settings) {
        limitKph = settings.descentKph();
        steepPct = settings.steepPct();
        leastShare = settings.steepShare();
    }

    @Override
    public boolean isBad(MachineMinute minute) {
        return minute.work().descentKph() != null
                && minute.work().descentShare() >= leastShare
                && minute.work().descentKph() > limitKph;
    }

    @Override
    public boolean isGood(MachineMinute minute) {
        return minute.work().descentKph() == null || minute.work().descentKph() <= limitKph;
    }

    @Override
    public AlarmSignal present(List<MachineMinute> minutes) {
        double kph =
                minutes.stream()
                        .mapToDouble(minute -> minute.work().descentKph())
                        .max()
                        .orElseThrow();
        return AlarmSignal.present(
                minutes.get(minutes.size() - 1),
                AlertType.SPEEDING,
                Severity.WARNING,
                String.format(
                        Locale.ROOT,
                        "Loaded down a road of %.0f %% or steeper at %.0f km/h, allowed are %.0f",
                        steepPct,
                        kph,
                        limitKph),
                Map.of("speedKph", kph, "limitKph", limitKph, "steepPct", steepPct));
    }

    @Override
    public AlarmSignal gone(MachineMinute minute) {
        return AlarmSignal.gone(minute, AlertType.SPEEDING, "Speed within the limit again");
    }
}
