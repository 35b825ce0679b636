package io.fueloptimine.jobs.settings;

import io.fueloptimine.models.mine.InvalidInputException;
import java.time.Duration;
import java.util.function.Function;
import org.apache.flink.client.program.ProgramParametrizationException;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The steps with which every streaming job's {@code main} begins. */
public final class JobStart {

    private JobStart() {}

    /**
     * Parses the arguments of a job.
     *
     * @throws ProgramParametrizationException with every fault of the arguments, which {@code flink
     *     run} prints without a stack trace
     */
    public static <T> T options(String[] arguments, Function<String[], T> parser)
            throws ProgramParametrizationException {
        try {
            return parser.apply(arguments);
        } catch (InvalidInputException e) {
            throw new ProgramParametrizationException(e.getMessage());
        }
    }

    /**
     * The environment in which the job runs.
     *
     * @param checkpointInterval used if Flink's configuration sets no interval
     */
    public static StreamExecutionEnvironment environment(Duration checkpointInterval) {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        if (!env.getCheckpointConfig().isCheckpointingEnabled()) {
            env.enableCheckpointing(checkpointInterval.toMillis());
        }
        return env;
    }
}
