package io.fueloptimine.jobs.settings;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.jobs.settings.rest.RestAccess;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.apache.flink.client.program.ProgramParametrizationException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The first steps in the {@code main} method of every streaming job: parsing the arguments, trying
 * the login to the database, and creating the environment.
 */
public final class JobStart {

    private static final int WRONG_INPUT = 2;

    private JobStart() {}

    /**
     * Checks Flink's version and libraries, and parses the arguments of a job. Outside of Flink's
     * client, for example with {@code java -cp}, faults are printed and end the JVM with exit code
     * 2.
     *
     * @throws ProgramParametrizationException if something is missing or an argument is wrong, and
     *     Flink's client runs this method; the message contains every fault, and {@code flink run}
     *     prints the message without a stack trace
     */
    public static <T> T options(String[] arguments, Function<String[], T> parser)
            throws ProgramParametrizationException {
        try {
            StartRequirements.require();
            return parser.apply(arguments);
        } catch (InvalidInputException e) {
            throw refused(e.getMessage());
        }
    }

    /**
     * Requires that the database does not refuse the login. A database that does not answer is no
     * fault: the job waits for it.
     *
     * @throws ProgramParametrizationException as {@link #options}
     */
    public static void requireLogin(SqlConnection sql) throws ProgramParametrizationException {
        Optional<String> refusal = sql.refusal();
        if (refusal.isPresent()) {
            throw refused(refusal.get());
        }
    }

    private static ProgramParametrizationException refused(String message) {
        if (StreamExecutionEnvironment.areExplicitEnvironmentsAllowed()) {
            System.err.println(message);
            System.exit(WRONG_INPUT);
        }
        return new ProgramParametrizationException(message);
    }

    /**
     * The environment in which the job runs. Outside of Flink's client, Flink runs in this process.
     * The REST interface of Flink is then read-only, and only this machine can reach it.
     *
     * @param checkpointInterval the interval that applies if Flink's configuration sets no interval
     */
    public static StreamExecutionEnvironment environment(Duration checkpointInterval) {
        Configuration inThisProcess = new Configuration();
        if (StreamExecutionEnvironment.areExplicitEnvironmentsAllowed()) {
            RestAccess.limitToReadingOnThisMachine(inThisProcess);
        }
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(inThisProcess);
        if (!env.getCheckpointConfig().isCheckpointingEnabled()) {
            env.enableCheckpointing(checkpointInterval.toMillis());
        }
        return env;
    }
}
