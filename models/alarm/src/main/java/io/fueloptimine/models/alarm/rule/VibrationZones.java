package io.fueloptimine.models.alarm.rule;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Vibration in zone C or D of ISO 20816 (before: ISO 10816). Zone C raises a warning, because the
 * machine may work until the next chance to repair it. Zone D is critical. The limits are in a
 * configurable unit of velocity; readings are in mm/s.
 */
public final class VibrationZones implements MinuteRule {

    private static final long serialVersionUID = 1L;

    private final double zoneCMmS;
    private final double zoneDMmS;
    private final double recoveredMmS;

    public VibrationZones(AlarmSettings settings) {
        double unit = settings.patterns().vibrationUnitMmS();
        zoneCMmS = settings.patterns().vibrationZoneC() * unit;
        zoneDMmS = settings.patterns().vibrationZoneD() * unit;
        recoveredMmS = zoneCMmS * settings.recoveredShare();
    }

    @Override
    public boolean isBad(MachineMinute minute) {
        return minute.vibrationMmS() != null && minute.vibrationMmS() >= zoneCMmS;
    }

    /** A machine that does not run has no vibration, which says nothing about its next run. */
    @Override
    public boolean isGood(MachineMinute minute) {
        return minute.engineOnShare() > 0
                && minute.vibrationMmS() != null
                && minute.vibrationMmS() < recoveredMmS;
    }

    @Override
    public AlarmSignal present(List<MachineMinute> minutes) {
        double lowest =
                minutes.stream().mapToDouble(MachineMinute::vibrationMmS).min().orElseThrow();
        double mean =
                minutes.stream().mapToDouble(MachineMinute::vibrationMmS).average().orElseThrow();
        boolean damaging = lowest >= zoneDMmS;
        return AlarmSignal.present(
                minutes.get(minutes.size() - 1),
                AlertType.VIBRATION,
                damaging ? Severity.CRITICAL : Severity.WARNING,
                String.format(
                        Locale.ROOT,
                        "Vibration %.1f mm/s for %d min, zone %s begins at %.1f mm/s",
                        mean,
                        minutes.size(),
                        damaging ? "D" : "C",
                        damaging ? zoneDMmS : zoneCMmS),
                Map.of(
                        "vibrationMmS",
                        mean,
                        "zoneCMmS",
                        zoneCMmS,
                        "zoneDMmS",
                        zoneDMmS,
                        "durationMin",
                        (double) minutes.size()));
    }

    @Override
    public AlarmSignal gone(MachineMinute minute) {
        return AlarmSignal.gone(minute, AlertType.VIBRATION, "Vibration below zone C again");
    }
}
