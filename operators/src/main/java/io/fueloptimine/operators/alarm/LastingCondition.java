package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.alarm.rule.MinuteRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.util.Collector;

/**
 * The signals of a {@link MinuteRule}. A pattern of bad minutes in a row raises the alarm; {@link
 * EndOfCondition} clears it. The pattern allows no gap between its minutes, which {@code within}
 * checks. A match consumes its minutes, so a condition that goes on is signalled once per match;
 * {@link RaiseAndClearAlarms} makes one alarm of these signals.
 *
 * <p>The minutes have to be in order. {@link DropOutOfOrder} drops minutes that are late or are
 * repeated.
 */
final class LastingCondition {

    private static final String BAD = "bad";

    private LastingCondition() {}

    /**
     * Adds the signals of a rule.
     *
     * @param condition the condition in lower-case words, for the uids and names of the operators
     * @param raiseMin bad minutes in a row that raise the alarm
     * @param clearMin good minutes in a row that clear it
     */
    static DataStream<AlarmSignal> signals(
            KeyedStream<MachineMinute, String> minutes,
            String condition,
            MinuteRule rule,
            int raiseMin,
            int clearMin) {
        String uid = condition.replace(' ', '-');
        return CEP.pattern(minutes, pattern(rule, raiseMin))
                .process(new SignalMatch(rule))
                .uid("match-" + uid)
                .name("Match " + condition)
                .union(
                        minutes.process(new EndOfCondition(rule, clearMin))
                                .uid("end-of-" + uid)
                                .name("Watch for the end of " + condition));
    }

    private static Pattern<MachineMinute, ?> pattern(MinuteRule rule, int raiseMin) {
        return Pattern.<MachineMinute>begin(BAD, AfterMatchSkipStrategy.skipPastLastEvent())
                .where(SimpleCondition.of(rule::isBad))
                .times(raiseMin)
                .consecutive()
                .within(Duration.ofMinutes(raiseMin));
    }

    private static final class SignalMatch
            extends PatternProcessFunction<MachineMinute, AlarmSignal> {

        private static final long serialVersionUID = 1L;

        private final MinuteRule rule;

        SignalMatch(MinuteRule rule) {
            this.rule = rule;
        }

        @Override
        public void processMatch(
                Map<String, List<MachineMinute>> match,
                Context context,
                Collector<AlarmSignal> out) {
            out.collect(rule.present(match.get(BAD)));
        }
    }
}
