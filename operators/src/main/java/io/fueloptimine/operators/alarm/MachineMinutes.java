package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.alarm.MinuteStatistics;
import io.fueloptimine.models.alarm.TelemetrySignal;
import io.fueloptimine.models.mine.ProductionState;
import io.fueloptimine.models.mine.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/**
 * Condenses each machine's telemetry to one {@link MachineMinute} a minute of event time. Readings
 * that come after their minute are left out: an alarm speaks of now, and the fuel windows take the
 * late ones in.
 */
final class MachineMinutes {

    /** Fewer readings than this say nothing about a signal that repeats itself. */
    private static final int FEWEST_TO_REPEAT = 20;

    private MachineMinutes() {}

    static SingleOutputStreamOperator<MachineMinute> of(DataStream<Reading> readings) {
        return readings.filter(reading -> reading.telemetry() != null)
                .uid("select-telemetry")
                .name("Select telemetry")
                .keyBy(Reading::machineKey)
                .window(TumblingEventTimeWindows.of(Duration.ofMinutes(1)))
                .aggregate(new Tally(), new Condense())
                .uid("condense-telemetry")
                .name("Condense telemetry to minutes");
    }

    static MachineMinute condense(MinuteStatistics tally, Instant start, Instant end) {
        Map<String, Double> repeated = new HashMap<>();
        int moving = 0;
        for (TelemetrySignal signal : TelemetrySignal.values()) {
            int i = signal.ordinal();
            if (tally.counts[i] >= FEWEST_TO_REPEAT && tally.lowest[i] == tally.highest[i]) {
                repeated.put(signal.field(), tally.lowest[i]);
            }
            moving += tally.lowest[i] < tally.highest[i] ? 1 : 0;
        }
        return new MachineMinute(
                tally.site,
                tally.machineId,
                tally.kind,
                tally.equipmentClass,
                start,
                end,
                Instant.ofEpochMilli(tally.lastAt),
                tally.readings,
                mostFrequent(tally.states),
                (double) tally.engineOn / tally.readings,
                (double) tally.standing / tally.readings,
                tally.mean(TelemetrySignal.FUEL_LEVEL),
                tally.highest(TelemetrySignal.FUEL_USED),
                tally.mean(TelemetrySignal.FUEL_RATE),
                tally.mean(TelemetrySignal.PAYLOAD),
                tally.mean(TelemetrySignal.OIL_PRESSURE),
                tally.mean(TelemetrySignal.COOLANT),
                tally.mean(TelemetrySignal.VIBRATION),
                repeated,
                moving);
    }

    private static ProductionState mostFrequent(int[] counts) {
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return counts[best] == 0 ? null : ProductionState.values()[best];
    }

    private static final class Tally
            implements AggregateFunction<Reading, MinuteStatistics, MinuteStatistics> {

        @Override
        public MinuteStatistics createAccumulator() {
            return new MinuteStatistics();
        }

        @Override
        public MinuteStatistics add(Reading reading, MinuteStatistics tally) {
            tally.add(reading);
            return tally;
        }

        @Override
        public MinuteStatistics getResult(MinuteStatistics tally) {
            return tally;
        }

        @Override
        public MinuteStatistics merge(MinuteStatistics left, MinuteStatistics right) {
            throw new UnsupportedOperationException("tumbling windows never merge");
        }
    }

    private static final class Condense
            extends ProcessWindowFunction<MinuteStatistics, MachineMinute, String, TimeWindow> {

        @Override
        public void process(
                String machineId,
                Context context,
                Iterable<MinuteStatistics> tallies,
                Collector<MachineMinute> out) {
            TimeWindow minute = context.window();
            out.collect(
                    condense(
                            tallies.iterator().next(),
                            Instant.ofEpochMilli(minute.getStart()),
                            Instant.ofEpochMilli(minute.getEnd())));
        }
    }
}
