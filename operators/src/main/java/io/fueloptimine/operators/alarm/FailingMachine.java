package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.Collector;

/**
 * Raises FAILING_MACHINE when vibration, oil pressure or coolant temperature is out of limits for
 * several minutes in a row.
 */
final class FailingMachine {

    private FailingMachine() {}

    static SingleOutputStreamOperator<AlarmSignal> signals(
            KeyedStream<MachineMinute, String> minutes, AlarmSettings settings) {
        return CEP.pattern(minutes, pattern(settings))
                .process(new SignalMatch())
                .uid("match-failing-machine")
                .name("Match failing machines");
    }

    static boolean isOutOfLimits(MachineMinute minute, AlarmSettings settings) {
        return exceedsLimits(minute, settings, 1);
    }

    /** Whether all values are well within their limits with the engine on. */
    static boolean isNormal(MachineMinute minute, AlarmSettings settings) {
        return minute.engineOnShare() > 0
                && !exceedsLimits(minute, settings, settings.recoveredShare());
    }

    private static boolean exceedsLimits(
            MachineMinute minute, AlarmSettings settings, double share) {
        return above(minute.vibrationMmS(), settings.maxVibrationMmS() * share)
                || above(minute.coolantTempC(), settings.maxCoolantTempC() * share)
                || minute.oilPressureKpa() != null
                        && minute.oilPressureKpa() < settings.minOilPressureKpa() / share;
    }

    private static boolean above(Double value, double bound) {
        return value != null && value > bound;
    }

    private static Pattern<MachineMinute, ?> pattern(AlarmSettings settings) {
        return Pattern.<MachineMinute>begin(
                        "out-of-limits", AfterMatchSkipStrategy.skipPastLastEvent())
                .where(SimpleCondition.of(minute -> isOutOfLimits(minute, settings)))
                .times(settings.failingMin())
                .consecutive()
                .within(Duration.ofMinutes(settings.failingMin()));
    }

    private static final class SignalMatch
            extends PatternProcessFunction<MachineMinute, AlarmSignal> {

        @Override
        public void processMatch(
                Map<String, List<MachineMinute>> match,
                Context context,
                Collector<AlarmSignal> out) {
            List<MachineMinute> minutes = match.get("out-of-limits");
            MachineMinute last = minutes.get(minutes.size() - 1);
            Map<String, Double> evidence = new TreeMap<>();
            put(evidence, "vibrationMmS", last.vibrationMmS());
            put(evidence, "oilPressureKpa", last.oilPressureKpa());
            put(evidence, "coolantTempC", last.coolantTempC());
            String message =
                    String.format(
                            Locale.ROOT, "Out of limits for %d min: %s", minutes.size(), evidence);
            out.collect(
                    AlarmSignal.present(
                            last, AlertType.FAILING_MACHINE, Severity.CRITICAL, message, evidence));
        }

        private static void put(Map<String, Double> evidence, String name, Double value) {
            if (value != null) {
                evidence.put(name, Math.round(value * 10) / 10.0);
            }
        }
    }
}
