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
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.Collector;

/**
 * Raises FUEL_THEFT when the tank level decreases by more than a limit while the machine is at
 * standstill with its engine off, without a minute of any other activity in between. Fuel does not
 * slosh in a standing machine, so the limit can be a few steps of the level sensor's resolution.
 */
final class FuelTheft {

    private FuelTheft() {}

    static SingleOutputStreamOperator<AlarmSignal> signals(
            KeyedStream<MachineMinute, String> minutes, AlarmSettings settings) {
        return CEP.pattern(minutes, pattern(settings))
                .process(new SignalMatch())
                .uid("match-fuel-theft")
                .name("Match fuel theft");
    }

    private static Pattern<MachineMinute, ?> pattern(AlarmSettings settings) {
        return Pattern.<MachineMinute>begin("before", AfterMatchSkipStrategy.skipPastLastEvent())
                .where(SimpleCondition.of(FuelTheft::parkedWithLevel))
                .notFollowedBy("other")
                .where(SimpleCondition.of(minute -> !minute.parkedOff()))
                .followedBy("after")
                .where(new LevelDropped(settings.theftDropPct()))
                .within(Duration.ofMinutes(settings.theftSpanMin()));
    }

    private static boolean parkedWithLevel(MachineMinute minute) {
        return minute.parkedOff() && minute.fuelLevelPct() != null;
    }

    private static final class LevelDropped extends IterativeCondition<MachineMinute> {

        private final double dropPct;

        LevelDropped(double dropPct) {
            this.dropPct = dropPct;
        }

        @Override
        public boolean filter(MachineMinute minute, Context<MachineMinute> context)
                throws Exception {
            if (!parkedWithLevel(minute)) {
                return false;
            }
            MachineMinute before = context.getEventsForPattern("before").iterator().next();
            return before.fuelLevelPct() - minute.fuelLevelPct() >= dropPct;
        }
    }

    private static final class SignalMatch
            extends PatternProcessFunction<MachineMinute, AlarmSignal> {

        @Override
        public void processMatch(
                Map<String, List<MachineMinute>> match,
                Context context,
                Collector<AlarmSignal> out) {
            double beforePct = match.get("before").get(0).fuelLevelPct();
            MachineMinute after = match.get("after").get(0);
            out.collect(
                    AlarmSignal.present(
                            after,
                            AlertType.FUEL_THEFT,
                            Severity.CRITICAL,
                            String.format(
                                    Locale.ROOT,
                                    "Tank level fell from %.1f to %.1f %% with the engine off",
                                    beforePct,
                                    after.fuelLevelPct()),
                            Map.of(
                                    "levelBeforePct",
                                    beforePct,
                                    "levelAfterPct",
                                    after.fuelLevelPct())));
        }
    }
}
