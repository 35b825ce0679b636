package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.StopReason;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.Collector;

/**
 * Raises LONG_IDLE when the engine runs at standstill for several minutes in a row, except in the
 * states of a haul cycle (queueing, spotting, loading, dumping), during a break, a shift change or
 * a refuelling, and on standby. A truck that waits for one of these reasons is not an alarm: job
 * fuel advises when its engine should be switched off.
 */
final class LongIdle {

    private static final Set<StopReason> EXPLAINED =
            Set.of(
                    StopReason.BREAK,
                    StopReason.SHIFT_CHANGE,
                    StopReason.STANDBY,
                    StopReason.REFUELLING);

    private LongIdle() {}

    static SingleOutputStreamOperator<AlarmSignal> signals(
            KeyedStream<MachineMinute, String> minutes, AlarmSettings settings) {
        return CEP.pattern(minutes, pattern(settings))
                .process(new SignalMatch())
                .uid("match-long-idle")
                .name("Match long idling");
    }

    static boolean isIdle(MachineMinute minute, AlarmSettings settings) {
        return minute.kind() != EquipmentKind.SHOVEL
                && minute.engineOnShare() >= settings.longIdleShare()
                && minute.standingShare() >= settings.longIdleShare()
                && !minute.in(
                        ProductionState.QUEUED,
                        ProductionState.SPOTTING,
                        ProductionState.LOADING,
                        ProductionState.DUMPING)
                && !isExplained(minute.work().stopReason());
    }

    private static boolean isExplained(StopReason reason) {
        return reason != null && EXPLAINED.contains(reason);
    }

    private static Pattern<MachineMinute, ?> pattern(AlarmSettings settings) {
        return Pattern.<MachineMinute>begin("idle", AfterMatchSkipStrategy.skipPastLastEvent())
                .where(SimpleCondition.of(minute -> isIdle(minute, settings)))
                .times(settings.longIdleMin())
                .consecutive()
                .within(Duration.ofMinutes(settings.longIdleMin()));
    }

    private static final class SignalMatch
            extends PatternProcessFunction<MachineMinute, AlarmSignal> {

        @Override
        public void processMatch(
                Map<String, List<MachineMinute>> match,
                Context context,
                Collector<AlarmSignal> out) {
            List<MachineMinute> idle = match.get("idle");
            out.collect(
                    AlarmSignal.present(
                            idle.get(idle.size() - 1),
                            AlertType.LONG_IDLE,
                            Severity.WARNING,
                            "Idling for "
                                    + idle.size()
                                    + " min, not in a queue, on a break, on standby or at a shift"
                                    + " change",
                            Map.of("idleMin", (double) idle.size())));
        }
    }
}
