package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.alarm.MinuteStatistics;
import io.fueloptimine.models.alarm.TelemetrySignal;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
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
 * Condenses each machine's telemetry and changes of state to one {@link MachineMinute} per minute
 * of event time. A minute without telemetry is no minute, because the machine is silent. Late
 * readings are dropped, because alarms concern the present; fuel windows include late readings.
 * Flink's metric {@code numLateRecordsDropped} counts them.
 */
final class MachineMinutes {

    /** The minimum number of readings in a minute for a signal to count as constant. */
    private static final int MIN_READINGS_OF_CONSTANT = 20;

    private MachineMinutes() {}

    /**
     * Adds the condensing to a job.
     *
     * @param steepPct steepness from which on a road counts as a descent or a climb, %
     */
    static SingleOutputStreamOperator<MachineMinute> of(
            DataStream<Reading> readings, double steepPct) {
        return readings.filter(reading -> reading.telemetry() != null || reading.state() != null)
                .uid("select-telemetry")
                .name("Select telemetry and states")
                .keyBy(Reading::machineKey)
                .window(TumblingEventTimeWindows.of(Duration.ofMinutes(1)))
                .aggregate(new Aggregate(steepPct), new Condense())
                .uid("condense-telemetry")
                .name("Condense telemetry to minutes");
    }

    static MachineMinute condense(MinuteStatistics statistics, Instant start, Instant end) {
        Map<String, Double> repeated = new HashMap<>();
        int moving = 0;
        for (TelemetrySignal signal : TelemetrySignal.values()) {
            int i = signal.ordinal();
            if (statistics.counts[i] >= MIN_READINGS_OF_CONSTANT
                    && statistics.lowest[i] == statistics.highest[i]) {
                repeated.put(signal.field(), statistics.lowest[i]);
            }
            moving += statistics.lowest[i] < statistics.highest[i] ? 1 : 0;
        }
        return new MachineMinute(
                statistics.site,
                statistics.machineId,
                statistics.kind,
                statistics.equipmentClass,
                start,
                end,
                Instant.ofEpochMilli(statistics.lastAt),
                statistics.readings,
                mostFrequent(statistics.states),
                (double) statistics.engineOn / statistics.readings,
                (double) statistics.standing / statistics.readings,
                statistics.mean(TelemetrySignal.FUEL_LEVEL),
                statistics.highest(TelemetrySignal.FUEL_USED),
                statistics.mean(TelemetrySignal.FUEL_RATE),
                statistics.mean(TelemetrySignal.PAYLOAD),
                statistics.mean(TelemetrySignal.OIL_PRESSURE),
                statistics.mean(TelemetrySignal.COOLANT),
                statistics.mean(TelemetrySignal.VIBRATION),
                repeated,
                moving,
                statistics.mean(TelemetrySignal.EASTING),
                statistics.mean(TelemetrySignal.NORTHING),
                statistics.work());
    }

    private static ProductionState mostFrequent(int[] counts) {
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return counts[best] == 0 ? null : ProductionState.values()[best];
    }

    private static final class Aggregate
            implements AggregateFunction<Reading, MinuteStatistics, MinuteStatistics> {

        private static final long serialVersionUID = 1L;

        private final double steepPct;

        Aggregate(double steepPct) {
            this.steepPct = steepPct;
        }

        @Override
        public MinuteStatistics createAccumulator() {
            return new MinuteStatistics();
        }

        @Override
        public MinuteStatistics add(Reading reading, MinuteStatistics statistics) {
            statistics.add(reading, steepPct);
            return statistics;
        }

        @Override
        public MinuteStatistics getResult(MinuteStatistics statistics) {
            return statistics;
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
                Iterable<MinuteStatistics> accumulators,
                Collector<MachineMinute> out) {
            TimeWindow minute = context.window();
            MinuteStatistics statistics = accumulators.iterator().next();
            if (statistics.readings > 0) {
                out.collect(
                        condense(
                                statistics,
                                Instant.ofEpochMilli(minute.getStart()),
                                Instant.ofEpochMilli(minute.getEnd())));
            }
        }
    }
}
