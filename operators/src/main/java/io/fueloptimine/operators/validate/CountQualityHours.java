package io.fueloptimine.operators.validate;

import io.fueloptimine.models.message.TooManyMachines;
import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.quality.QualityHour;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.KnownMachines;
import io.fueloptimine.models.quality.hour.HourCounts;
import io.fueloptimine.models.quality.window.WindowRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Counts each machine's messages by verdict and hour of event time, and emits the changed counts
 * every {@link QualityHourSettings#emitEveryMin} minutes.
 *
 * <p>A message without a valid time, or with a time more than an hour ahead of the site's time,
 * counts in the site's current hour. The counts of an hour are kept for a day; older messages are
 * only counted in the metric {@code messagesNotCounted}. After a crash of job ingest, the quality
 * topic can contain a record twice; such a record counts twice.
 */
public final class CountQualityHours
        extends KeyedCoProcessFunction<String, Reading, QualityRecord, QualityHour> {

    private static final long serialVersionUID = 1L;
    private static final long HOUR_MS = Duration.ofHours(1).toMillis();
    private static final long NO_TIME_YET = Long.MIN_VALUE;
    private static final long END_OF_INPUT = Long.MAX_VALUE;

    private final long periodMs;
    private final long retentionMs;
    private final Duration maxAhead;

    private transient MapState<Long, HourCounts> hours;
    private transient Counter notCounted;

    CountQualityHours(QualityHourSettings settings) {
        this.periodMs = Duration.ofMinutes(settings.emitEveryMin()).toMillis();
        this.retentionMs = Duration.ofHours(settings.memoryH()).toMillis();
        this.maxAhead = Duration.ofMinutes(settings.maxAheadMin());
    }

    /**
     * Adds the operator to a job.
     *
     * @param readings valid readings, each once, with watermarks
     * @param quality quality records, without watermarks
     * @param known the machines and sites of the mine files
     */
    public static SingleOutputStreamOperator<QualityHour> of(
            DataStream<Reading> readings,
            DataStream<QualityRecord> quality,
            KnownMachines known,
            QualityHourSettings settings) {
        return readings.keyBy(Reading::machineKey)
                .connect(quality.keyBy(record -> keyOf(record, known)))
                .process(new CountQualityHours(settings))
                .uid("quality-hours")
                .name("Count quality by machine and hour");
    }

    /**
     * The key of the machine for which a record counts. Records of sites without a mine file have
     * one common key, because a sender can use any number of invented site names.
     */
    static String keyOf(QualityRecord record, KnownMachines known) {
        boolean tooMany = TooManyMachines.RULE.equals(record.rule());
        return tooMany && !known.isSite(record.site())
                ? MachineKey.textOf(QualityRecord.UNKNOWN, QualityRecord.UNKNOWN)
                : record.machineKey();
    }

    @Override
    public void open(OpenContext context) {
        hours =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "quality-hours", Types.LONG, Types.POJO(HourCounts.class)));
        notCounted = getRuntimeContext().getMetricGroup().counter("messagesNotCounted");
    }

    @Override
    public void processElement1(Reading reading, Context context, Collector<QualityHour> out)
            throws Exception {
        long hour = hourOf(reading.time().toEpochMilli());
        count(hour, HourCounts::addValid, context, out);
    }

    @Override
    public void processElement2(QualityRecord record, Context context, Collector<QualityHour> out)
            throws Exception {
        if (record.qualityId().startsWith(WindowRules.ID_PREFIX)) {
            return; // refers to a window, not to a message
        }
        long now = context.timerService().currentWatermark();
        long hour =
                isCredible(record.eventTime(), now) ? hourOf(record.eventTime()) : currentHour(now);
        count(hour, counts -> counts.add(record), context, out);
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<QualityHour> out)
            throws Exception {
        long now = context.timerService().currentWatermark();
        moveUntimed(now);
        long oldest = Long.MAX_VALUE;
        for (Map.Entry<Long, HourCounts> entry : entries()) {
            long hour = entry.getKey();
            emit(hour, entry.getValue(), context.getCurrentKey(), out);
            if (isExpired(hour, now)) {
                hours.remove(hour);
            } else {
                oldest = Math.min(oldest, hour);
            }
        }
        // At the end of the input a new timer would fire immediately, again and again.
        if (oldest < Long.MAX_VALUE && now < END_OF_INPUT) {
            context.timerService().registerEventTimeTimer(oldest + HOUR_MS + retentionMs);
        }
    }

    private void count(
            long hour, Consumer<HourCounts> what, Context context, Collector<QualityHour> out)
            throws Exception {
        long now = context.timerService().currentWatermark();
        if (isExpired(hour, now)) {
            notCounted.inc();
            return;
        }
        HourCounts counts = countsOf(hour);
        what.accept(counts);
        hours.put(hour, counts);
        if (now == END_OF_INPUT) {
            emit(hour, counts, context.getCurrentKey(), out);
        } else {
            context.timerService().registerEventTimeTimer(nextEmission(now));
        }
    }

    /**
     * Adds the messages that arrived before the first watermark to the hour in which that watermark
     * lies.
     */
    private void moveUntimed(long now) throws Exception {
        HourCounts untimed = hours.get(NO_TIME_YET);
        if (untimed == null) {
            return;
        }
        hours.remove(NO_TIME_YET);
        long hour = currentHour(now);
        HourCounts counts = countsOf(hour);
        counts.add(untimed);
        hours.put(hour, counts);
    }

    /**
     * The start of the site's current hour, ms since the epoch; at the end of the input, the last
     * hour that has counts.
     */
    private long currentHour(long now) throws Exception {
        if (now == NO_TIME_YET) {
            return NO_TIME_YET;
        }
        if (now < END_OF_INPUT) {
            return hourOf(now);
        }
        long latest = 0;
        for (long hour : hours.keys()) {
            latest = Math.max(latest, hour);
        }
        return latest;
    }

    private HourCounts countsOf(long hour) throws Exception {
        HourCounts counts = hours.get(hour);
        return counts == null ? new HourCounts() : counts;
    }

    private List<Map.Entry<Long, HourCounts>> entries() throws Exception {
        List<Map.Entry<Long, HourCounts>> copy = new ArrayList<>();
        hours.entries().forEach(entry -> copy.add(Map.entry(entry.getKey(), entry.getValue())));
        return copy;
    }

    private void emit(long hour, HourCounts counts, String key, Collector<QualityHour> out)
            throws Exception {
        if (counts.emitted) {
            return;
        }
        counts.emitted = true;
        hours.put(hour, counts);
        MachineKey machine = MachineKey.parse(key);
        out.collect(counts.toHour(machine.site(), machine.machineId(), Instant.ofEpochMilli(hour)));
    }

    private boolean isCredible(Instant eventTime, long now) {
        if (eventTime == null || now == NO_TIME_YET || eventTime.isBefore(Instant.EPOCH)) {
            return false;
        }
        return now == END_OF_INPUT || !eventTime.isAfter(Instant.ofEpochMilli(now).plus(maxAhead));
    }

    private long nextEmission(long now) {
        return now == NO_TIME_YET
                ? NO_TIME_YET + 1
                : Math.floorDiv(now, periodMs) * periodMs + periodMs;
    }

    private static long hourOf(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), HOUR_MS / 1_000) * HOUR_MS;
    }

    private static long hourOf(long millis) {
        return Math.floorDiv(millis, HOUR_MS) * HOUR_MS;
    }

    private boolean isExpired(long hour, long now) {
        boolean timed = hour != NO_TIME_YET && now != NO_TIME_YET && now != END_OF_INPUT;
        return timed && hour + HOUR_MS + retentionMs <= now;
    }
}
