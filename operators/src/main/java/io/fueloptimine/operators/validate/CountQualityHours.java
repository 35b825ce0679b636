package io.fueloptimine.operators.validate;

import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.QualityHour;
import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.Reading;
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
 * Counts what became of each machine's messages, by hour of event time, and tells the hours that
 * changed every {@link QualityHourSettings#emitEveryMin}.
 *
 * <p>A message whose own time is unreadable, or more than an hour ahead of the site, counts in the
 * hour that the site is in. Hours are remembered for a day; what is older than that is valid or
 * rejected like any other but no longer counted: {@code messagesNotCounted}. Records are counted as
 * the quality topic holds them: those that it holds twice after a crash of ingest count twice.
 */
public final class CountQualityHours
        extends KeyedCoProcessFunction<String, Reading, QualityRecord, QualityHour> {

    private static final long serialVersionUID = 1L;
    private static final long HOUR_MS = Duration.ofHours(1).toMillis();
    private static final long NO_TIME_YET = Long.MIN_VALUE;
    private static final long END_OF_INPUT = Long.MAX_VALUE;

    private final long periodMs;
    private final long memoryMs;
    private final Duration maxAhead;

    private transient MapState<Long, HourCounts> hours;
    private transient Counter notCounted;

    CountQualityHours(QualityHourSettings settings) {
        this.periodMs = Duration.ofMinutes(settings.emitEveryMin()).toMillis();
        this.memoryMs = Duration.ofHours(settings.memoryH()).toMillis();
        this.maxAhead = Duration.ofMinutes(settings.maxAheadMin());
    }

    /**
     * Adds the counting to a job.
     *
     * @param readings valid readings, each once, with watermarks
     * @param quality what was found wrong, without event time of its own
     */
    public static SingleOutputStreamOperator<QualityHour> of(
            DataStream<Reading> readings,
            DataStream<QualityRecord> quality,
            QualityHourSettings settings) {
        return readings.keyBy(Reading::machineKey)
                .connect(quality.keyBy(QualityRecord::machineKey))
                .process(new CountQualityHours(settings))
                .uid("quality-hours")
                .name("Count quality by machine and hour");
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
            return; // of a window, not of a message
        }
        long now = context.timerService().currentWatermark();
        long hour = isCredible(record.eventTime(), now) ? hourOf(record.eventTime()) : present(now);
        count(hour, tally -> tally.add(record), context, out);
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<QualityHour> out)
            throws Exception {
        long now = context.timerService().currentWatermark();
        placeUntimed(now);
        long oldest = Long.MAX_VALUE;
        for (Map.Entry<Long, HourCounts> entry : known()) {
            long hour = entry.getKey();
            tell(hour, entry.getValue(), context.getCurrentKey(), out);
            if (isForgotten(hour, now)) {
                hours.remove(hour);
            } else {
                oldest = Math.min(oldest, hour);
            }
        }
        // At the end of the input every timer is due at once, and a new one would be due for ever.
        if (oldest < Long.MAX_VALUE && now < END_OF_INPUT) {
            context.timerService().registerEventTimeTimer(oldest + HOUR_MS + memoryMs);
        }
    }

    private void count(
            long hour, Consumer<HourCounts> what, Context context, Collector<QualityHour> out)
            throws Exception {
        long now = context.timerService().currentWatermark();
        if (isForgotten(hour, now)) {
            notCounted.inc();
            return;
        }
        HourCounts tally = tallyOf(hour);
        what.accept(tally);
        hours.put(hour, tally);
        if (now == END_OF_INPUT) {
            tell(hour, tally, context.getCurrentKey(), out);
        } else {
            context.timerService().registerEventTimeTimer(nextTelling(now));
        }
    }

    /** What came before anybody knew the time counts in the hour in which it became known. */
    private void placeUntimed(long now) throws Exception {
        HourCounts untimed = hours.get(NO_TIME_YET);
        if (untimed == null) {
            return;
        }
        hours.remove(NO_TIME_YET);
        long hour = present(now);
        HourCounts tally = tallyOf(hour);
        tally.add(untimed);
        hours.put(hour, tally);
    }

    /** The hour that the site is in; at the end of the input the last one that is known. */
    private long present(long now) throws Exception {
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

    private HourCounts tallyOf(long hour) throws Exception {
        HourCounts tally = hours.get(hour);
        return tally == null ? new HourCounts() : tally;
    }

    private List<Map.Entry<Long, HourCounts>> known() throws Exception {
        List<Map.Entry<Long, HourCounts>> entries = new ArrayList<>();
        hours.entries().forEach(entry -> entries.add(Map.entry(entry.getKey(), entry.getValue())));
        return entries;
    }

    private void tell(long hour, HourCounts tally, String key, Collector<QualityHour> out)
            throws Exception {
        if (tally.told) {
            return;
        }
        tally.told = true;
        hours.put(hour, tally);
        MachineKey machine = MachineKey.parse(key);
        out.collect(tally.toHour(machine.site(), machine.machineId(), Instant.ofEpochMilli(hour)));
    }

    private boolean isCredible(Instant eventTime, long now) {
        if (eventTime == null || now == NO_TIME_YET || eventTime.isBefore(Instant.EPOCH)) {
            return false;
        }
        return now == END_OF_INPUT || !eventTime.isAfter(Instant.ofEpochMilli(now).plus(maxAhead));
    }

    private long nextTelling(long now) {
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

    private boolean isForgotten(long hour, long now) {
        boolean timed = hour != NO_TIME_YET && now != NO_TIME_YET && now != END_OF_INPUT;
        return timed && hour + HOUR_MS + memoryMs <= now;
    }
}
