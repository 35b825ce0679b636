package io.fueloptimine.models.alarm.tank;

import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.consumption.FuelReconciliation;
import io.fueloptimine.models.mine.consumption.FuelVerdict;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The alarm signals of tanks, with their evidence. */
final class TankSignals {

    private TankSignals() {}

    static AlarmSignal theft(MachineMinute minute, OpenDrain drain, String place, double tankL) {
        double minutes = (drain.nowMs() - drain.fromMs()) / 60_000.0;
        return AlarmSignal.present(
                minute,
                AlertType.FUEL_THEFT,
                Severity.CRITICAL,
                String.format(
                        Locale.ROOT,
                        "Tank lost %.0f L in %.0f min while the machine was parked",
                        drain.litres(),
                        minutes),
                Map.of(
                        "lostL",
                        drain.litres(),
                        "minutes",
                        minutes,
                        "levelBeforePct",
                        drain.beforeL() / tankL * 100,
                        "levelAfterPct",
                        drain.afterL() / tankL * 100,
                        "tankL",
                        tankL));
    }

    static AlarmSignal leak(MachineMinute minute, LeakState leak, double tankL) {
        Map<String, Double> evidence = new TreeMap<>();
        evidence.put("leakLph", leak.leakLph());
        evidence.put("tankL", tankL);
        LossEstimate slow = leak.slow();
        if (slow == null) {
            return AlarmSignal.present(
                    minute,
                    AlertType.FUEL_LEAK,
                    Severity.CRITICAL,
                    String.format(
                            Locale.ROOT,
                            "Tank loses %.0f L/h more than the engine burns",
                            leak.leakLph()),
                    evidence);
        }
        evidence.put("leakErrorLph", slow.leakErrorLph());
        evidence.put("lostL", slow.litres());
        evidence.put("hours", slow.hours());
        return AlarmSignal.present(
                        minute,
                        AlertType.FUEL_LEAK,
                        leak.fast().raised() ? Severity.CRITICAL : Severity.WARNING,
                        String.format(
                                Locale.ROOT,
                                "Tank loses %.1f L/h (standard error %.1f) beyond the fuel metered,"
                                        + " %.0f L in %.0f h",
                                slow.leakLph(),
                                slow.leakErrorLph(),
                                slow.litres(),
                                slow.hours()),
                        evidence)
                .withText("slow", Map.of());
    }

    static AlarmSignal noLeak(MachineMinute minute) {
        return AlarmSignal.gone(
                minute, AlertType.FUEL_LEAK, "Tank loses no more than the engine burns");
    }

    /** The signal of a reconciled interval; null when the interval says nothing of the meters. */
    static AlarmSignal bias(MachineMinute minute, FuelReconciliation interval) {
        if (interval.verdict() == FuelVerdict.CONSISTENT) {
            return noBias(minute);
        }
        if (interval.verdict() != FuelVerdict.METER_BIAS) {
            return null;
        }
        Map<String, Double> evidence = new TreeMap<>();
        evidence.put("levelL", interval.levelL());
        evidence.put("meteredL", interval.meteredL());
        putKnown(evidence, "dispensedL", interval.dispensedL());
        putKnown(evidence, "levelRiseL", interval.levelRiseL());
        putKnown(evidence, "expectedL", interval.expectedL());
        return AlarmSignal.present(
                        minute, AlertType.METER_BIAS, Severity.WARNING, text(interval), evidence)
                .withText(interval.suspect().name().toLowerCase(Locale.ROOT), Map.of());
    }

    static AlarmSignal noBias(MachineMinute minute) {
        return AlarmSignal.gone(minute, AlertType.METER_BIAS, "Tank level and meters agree again");
    }

    /** The signal of a deviation that is known before the next refuelling. */
    static AlarmSignal bias(MachineMinute minute, MeterBias bias) {
        return AlarmSignal.present(
                        minute,
                        AlertType.METER_BIAS,
                        Severity.WARNING,
                        String.format(
                                Locale.ROOT,
                                "Tank lost %.0f L by its level in %.0f h in which the fuel meter"
                                        + " showed %.0f L: %+.1f %% (standard error %.1f %%)",
                                bias.levelL(),
                                bias.hours(),
                                bias.meteredL(),
                                100 * bias.share(),
                                100 * bias.errorShare()),
                        Map.of(
                                "levelL",
                                bias.levelL(),
                                "meteredL",
                                bias.meteredL(),
                                "hours",
                                bias.hours(),
                                "biasPct",
                                100 * bias.share(),
                                "biasErrorPct",
                                100 * bias.errorShare()))
                .withText("running", Map.of());
    }

    private static void putKnown(Map<String, Double> evidence, String name, Double value) {
        if (value != null) {
            evidence.put(name, value);
        }
    }

    private static String text(FuelReconciliation interval) {
        return switch (interval.suspect()) {
            case MACHINE_METER ->
                    String.format(
                            Locale.ROOT,
                            "Fuel meter of the machine showed %.0f L, the tank lost %.0f L between"
                                    + " two refuellings",
                            interval.meteredL(),
                            interval.levelL());
            case LEVEL_SENSOR ->
                    String.format(
                            Locale.ROOT,
                            "Level sensor showed a loss of %.0f L between two refuellings, the"
                                    + " machine metered %.0f L",
                            interval.levelL(),
                            interval.meteredL());
            case BAY_METER ->
                    String.format(
                            Locale.ROOT,
                            "Fuel bay dispensed %.0f L, the level rose by %.0f L",
                            interval.dispensedL(),
                            interval.levelRiseL());
        };
    }
}
