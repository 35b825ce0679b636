package io.fueloptimine.models.alarm.rule;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Coolant temperature or oil pressure of a running engine out of limits. A hot engine is a warning,
 * because it can cool down at idle. Too little oil pressure is critical, because it destroys the
 * engine in minutes.
 */
public final class EngineLimits implements MinuteRule {

    private static final long serialVersionUID = 1L;

    private final double maxCoolantTempC;
    private final double minOilPressureKpa;
    private final double recoveredShare;
    private final double deratedLoadPct;
    private final double steepShare;

    public EngineLimits(AlarmSettings settings) {
        maxCoolantTempC = settings.maxCoolantTempC();
        minOilPressureKpa = settings.minOilPressureKpa();
        recoveredShare = settings.recoveredShare();
        deratedLoadPct = settings.patterns().deratedLoadPct();
        steepShare = settings.patterns().steepShare();
    }

    @Override
    public boolean isBad(MachineMinute minute) {
        return exceeds(minute, 1);
    }

    /** Whether both values are well within their limits with the engine on. */
    @Override
    public boolean isGood(MachineMinute minute) {
        return minute.engineOnShare() > 0 && !exceeds(minute, recoveredShare);
    }

    /** Whether the engine of a loaded truck gives little power on a climb. */
    public boolean isDerated(MachineMinute minute) {
        return minute.work().climbLoadPct() != null
                && minute.work().climbShare() >= steepShare
                && minute.work().climbLoadPct() <= deratedLoadPct;
    }

    @Override
    public AlarmSignal present(List<MachineMinute> minutes) {
        MachineMinute last = minutes.get(minutes.size() - 1);
        boolean oil = lowOil(last, 1);
        Map<String, Double> evidence = evidence(last);
        evidence.put("failingMin", (double) minutes.size());
        evidence.put("limit", oil ? minOilPressureKpa : maxCoolantTempC);
        return AlarmSignal.present(
                        last,
                        AlertType.FAILING_MACHINE,
                        oil ? Severity.CRITICAL : Severity.WARNING,
                        String.format(
                                Locale.ROOT,
                                "Out of limits for %d min: %s",
                                minutes.size(),
                                evidence(last)),
                        evidence)
                .withText(oil ? "oil" : "coolant", Map.of());
    }

    @Override
    public AlarmSignal gone(MachineMinute minute) {
        return AlarmSignal.gone(minute, AlertType.FAILING_MACHINE, "Engine within limits again");
    }

    /** The values of a minute, rounded to one decimal. */
    public static Map<String, Double> evidence(MachineMinute minute) {
        Map<String, Double> evidence = new TreeMap<>();
        put(evidence, "oilPressureKpa", minute.oilPressureKpa());
        put(evidence, "coolantTempC", minute.coolantTempC());
        return evidence;
    }

    private boolean exceeds(MachineMinute minute, double share) {
        return lowOil(minute, share)
                || minute.coolantTempC() != null && minute.coolantTempC() > maxCoolantTempC * share;
    }

    private boolean lowOil(MachineMinute minute, double share) {
        return minute.oilPressureKpa() != null
                && minute.oilPressureKpa() < minOilPressureKpa / share;
    }

    private static void put(Map<String, Double> evidence, String name, Double value) {
        if (value != null) {
            evidence.put(name, Math.round(value * 10) / 10.0);
        }
    }
}
