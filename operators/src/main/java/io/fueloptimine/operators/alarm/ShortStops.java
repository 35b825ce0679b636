package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.alarm.PatternSettings;
import io.fueloptimine.models.alarm.rule.RoadStops;
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
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.util.Collector;

/**
 * Raises SHORT_STOPS when a truck stops on the road several times within a period, each time for a
 * few minutes and between minutes of driving. Stops at stations, in queues, for breaks, on standby
 * and for a shift change do not count. A match consumes its stops, so that the next alarm needs new
 * ones. The alarm is cleared when the truck has driven for half of the period without a short stop.
 */
final class ShortStops {

    private static final String STOPPED = "stopped";

    private ShortStops() {}

    static DataStream<AlarmSignal> signals(
            KeyedStream<MachineMinute, String> minutes, AlarmSettings settings) {
        PatternSettings limits = settings.patterns();
        return CEP.pattern(minutes, pattern(limits))
                .process(new SignalMatch(limits))
                .uid("match-short-stops")
                .name("Match repeated short stops")
                .union(
                        minutes.process(
                                        new EndOfCondition(
                                                new RoadStops(), limits.shortStopsSpanMin() / 2))
                                .uid("end-of-short-stops")
                                .name("Watch for the end of short stops"));
    }

    private static Pattern<MachineMinute, ?> pattern(PatternSettings limits) {
        Pattern<MachineMinute, ?> stop =
                Pattern.<MachineMinute>begin("driving")
                        .where(SimpleCondition.of(RoadStops::drives))
                        .next(STOPPED)
                        .where(SimpleCondition.of(RoadStops::stands))
                        .times(1, limits.shortStopMin())
                        .consecutive()
                        .next("driving-on")
                        .where(SimpleCondition.of(RoadStops::drives));
        return Pattern.begin(stop, AfterMatchSkipStrategy.skipPastLastEvent())
                .times(limits.shortStops())
                .allowCombinations()
                .within(Duration.ofMinutes(limits.shortStopsSpanMin()));
    }

    private static final class SignalMatch
            extends PatternProcessFunction<MachineMinute, AlarmSignal> {

        private static final long serialVersionUID = 1L;

        private final int stops;
        private final int spanMin;

        SignalMatch(PatternSettings limits) {
            stops = limits.shortStops();
            spanMin = limits.shortStopsSpanMin();
        }

        @Override
        public void processMatch(
                Map<String, List<MachineMinute>> match,
                Context context,
                Collector<AlarmSignal> out) {
            List<MachineMinute> driving = match.get("driving-on");
            int standing = match.get(STOPPED).size();
            out.collect(
                    AlarmSignal.present(
                            driving.get(driving.size() - 1),
                            AlertType.SHORT_STOPS,
                            Severity.WARNING,
                            String.format(
                                    Locale.ROOT,
                                    "%d short stops on the road within %d min, %d min in all",
                                    stops,
                                    spanMin,
                                    standing),
                            Map.of("stops", (double) stops, "standingMin", (double) standing)));
        }
    }
}
