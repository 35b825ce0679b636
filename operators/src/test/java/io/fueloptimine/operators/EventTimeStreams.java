package io.fueloptimine.operators;

import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.function.SerializableFunction;

/** Environments and streams for operator tests: strict types, uids, and a watermark per element. */
public final class EventTimeStreams {

    private EventTimeStreams() {}

    /** A local environment in which a generic type, a missing uid or a failure is an error. */
    public static StreamExecutionEnvironment environment(int parallelism) {
        Configuration options = new Configuration();
        options.set(PipelineOptions.GENERIC_TYPES, false);
        options.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        options.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(options);
        env.setParallelism(parallelism);
        return env;
    }

    /** A bounded stream whose elements, in order, each move the event time on. */
    public static <T> DataStream<T> of(
            StreamExecutionEnvironment env,
            List<T> elements,
            SerializableFunction<T, Instant> time,
            Class<T> type) {
        String uid = "source-" + type.getSimpleName();
        return env.fromData(elements, TypeInformation.of(type))
                .uid(uid)
                .setParallelism(1)
                .assignTimestampsAndWatermarks(
                        WatermarkStrategy.<T>forGenerator(context -> new EachElement<>())
                                .withTimestampAssigner(
                                        (element, at) -> time.apply(element).toEpochMilli()))
                .uid(uid + "-times")
                .setParallelism(1);
    }

    /** Signals of other jobs that raise no alarm. */
    public static DataStream<AlarmSignal> noSignals(StreamExecutionEnvironment env) {
        AlarmSignal gone =
                new AlarmSignal(
                        "andes",
                        null,
                        AlertType.CLOCK_JUMP,
                        Severity.INFO,
                        Instant.EPOCH,
                        false,
                        null,
                        Map.of());
        return of(env, List.of(gone), AlarmSignal::at, AlarmSignal.class);
    }

    /** Commands of people, of which none can be read. */
    public static DataStream<String> noCommands(StreamExecutionEnvironment env) {
        return env.fromData(List.of("no command"), TypeInformation.of(String.class))
                .uid("source-commands")
                .setParallelism(1);
    }

    private static final class EachElement<T> implements WatermarkGenerator<T> {

        @Override
        public void onEvent(T element, long at, WatermarkOutput output) {
            output.emitWatermark(new Watermark(at - 1));
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {}
    }
}
