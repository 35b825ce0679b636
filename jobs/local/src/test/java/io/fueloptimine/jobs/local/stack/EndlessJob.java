package io.fueloptimine.jobs.local.stack;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** A job that counts until it is stopped, at most 1,000 numbers a second. */
final class EndlessJob {

    private static final Duration PER_NUMBER = Duration.ofMillis(1);

    private EndlessJob() {}

    static StreamExecutionEnvironment of(FlinkJobs jobs, String name) {
        StreamExecutionEnvironment env =
                jobs.environment(name, new Configuration()).setParallelism(1);
        env.fromSequence(0, Long.MAX_VALUE)
                .uid("numbers")
                .map(
                        number -> {
                            LockSupport.parkNanos(PER_NUMBER.toNanos());
                            return number;
                        })
                .returns(Long.class)
                .uid("pace")
                .sinkTo(new DiscardingSink<>())
                .uid("nothing");
        return env;
    }
}
