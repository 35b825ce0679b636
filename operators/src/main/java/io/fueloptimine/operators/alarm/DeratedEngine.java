package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.alarm.rule.EngineLimits;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.Collector;

/**
 * Makes FAILING_MACHINE critical when an engine whose coolant temperature or oil pressure was out
 * of limits loses power within a period: on a climb with a load, its load stays low, because its
 * controller limits it. The signal has the type of the first finding, so that both are one alarm.
 */
final class DeratedEngine {

    private static final String HOT = "out-of-limits";
    private static final String WEAK = "derated";

    private DeratedEngine() {}

    static SingleOutputStreamOperator<AlarmSignal> signals(
            KeyedStream<MachineMinute, String> minutes, AlarmSettings settings) {
        return CEP.pattern(minutes, pattern(new EngineLimits(settings), settings))
                .process(new SignalMatch())
                .uid("match-derated-engine")
                .name("Match derated engines");
    }

    private static Pattern<MachineMinute, ?> pattern(EngineLimits limits, AlarmSettings settings) {
        return Pattern.<MachineMinute>begin(HOT, AfterMatchSkipStrategy.skipPastLastEvent())
                .where(SimpleCondition.of(limits::isBad))
                .times(settings.failingMin())
                .consecutive()
                .followedBy(WEAK)
                .where(SimpleCondition.of(limits::isDerated))
                .times(settings.patterns().deratedMin())
                .within(Duration.ofMinutes(settings.patterns().deratedSpanMin()));
    }

    private static final class SignalMatch
            extends PatternProcessFunction<MachineMinute, AlarmSignal> {

        private static final long serialVersionUID = 1L;

        @Override
        public void processMatch(
                Map<String, List<MachineMinute>> match,
                Context context,
                Collector<AlarmSignal> out) {
            List<MachineMinute> hot = match.get(HOT);
            List<MachineMinute> weak = match.get(WEAK);
            MachineMinute last = weak.get(weak.size() - 1);
            Map<String, Double> evidence = EngineLimits.evidence(hot.get(hot.size() - 1));
            evidence.put("climbLoadPct", last.work().climbLoadPct());
            out.collect(
                    AlarmSignal.present(
                                    last,
                                    AlertType.FAILING_MACHINE,
                                    Severity.CRITICAL,
                                    String.format(
                                            Locale.ROOT,
                                            "Engine derated: only %.0f %% load on a climb with a load,"
                                                    + " after %s",
                                            last.work().climbLoadPct(),
                                            EngineLimits.evidence(hot.get(hot.size() - 1))),
                                    evidence)
                            .withText("derated", Map.of()));
        }
    }
}
