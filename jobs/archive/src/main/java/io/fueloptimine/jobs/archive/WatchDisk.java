package io.fueloptimine.jobs.archive;

import io.fueloptimine.connectors.parquet.files.LakeLayout;
import io.fueloptimine.connectors.parquet.files.LakeSpace;
import io.fueloptimine.models.mine.alarm.ReportedSignal;
import io.fueloptimine.models.mine.alarm.Severity;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Measures the room of the lake at every tick, and emits a signal for each site when it becomes too
 * small, when the lake cannot be written, and when there is room again. The measuring writes a
 * small file; it has a task of its own.
 *
 * <p>State: the severity of the last signals, for 30 days.
 */
final class WatchDisk extends KeyedProcessFunction<Integer, Long, ReportedSignal> {

    private static final long serialVersionUID = 1L;
    private static final Duration RETENTION = Duration.ofDays(30);

    private final String lake;
    private final List<String> sites;
    private final long minFreeBytes;

    private transient ValueState<Severity> reported;

    WatchDisk(Path lake, List<String> sites, long minFreeBytes) {
        this.lake = lake.toString();
        this.sites = List.copyOf(sites);
        this.minFreeBytes = minFreeBytes;
    }

    /**
     * Adds a measurement at every interval to a job.
     *
     * @param sites the sites whose alarm is raised
     * @param minFreeBytes the free space below which the alarm is raised
     */
    static DataStream<ReportedSignal> of(
            StreamExecutionEnvironment env,
            Path lake,
            List<String> sites,
            long minFreeBytes,
            Duration interval) {
        DataGeneratorSource<Long> ticks =
                new DataGeneratorSource<>(
                        tick -> tick,
                        Long.MAX_VALUE,
                        RateLimiterStrategy.perSecond(1_000.0 / interval.toMillis()),
                        TypeInformation.of(Long.class));
        return env.fromSource(ticks, WatermarkStrategy.noWatermarks(), "Ticks of the disk check")
                .setParallelism(1)
                .uid("disk-ticks")
                .keyBy(tick -> 0)
                .process(new WatchDisk(lake, sites, minFreeBytes))
                .returns(TypeInformation.of(ReportedSignal.class))
                .setParallelism(1)
                .uid("watch-disk")
                .name("Watch the lake's disk");
    }

    @Override
    public void open(OpenContext context) {
        ValueStateDescriptor<Severity> descriptor =
                new ValueStateDescriptor<>("reported", TypeInformation.of(Severity.class));
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(RETENTION).build());
        reported = getRuntimeContext().getState(descriptor);
    }

    @Override
    public void processElement(Long tick, Context context, Collector<ReportedSignal> out)
            throws Exception {
        LakeSpace space = LakeSpace.measure(new LakeLayout(Path.of(lake)));
        Severity now = DiskAlarm.severity(space, minFreeBytes);
        Severity before = reported.value() == null ? Severity.INFO : reported.value();
        if (now != before) {
            for (String site : sites) {
                out.collect(DiskAlarm.signal(site, lake, space, now, Instant.now()));
            }
            reported.update(now);
        }
    }
}
