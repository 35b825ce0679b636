package io.fueloptimine.jobs.settings.rest;

import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;

/**
 * Options that limit access to Flink's REST interface and web UI. The options have an effect in
 * each process whose class path contains this module; see {@link RestAccessHandlerFactory}.
 */
public final class RestAccess {

    /**
     * Whether the REST interface answers only GET and HEAD requests, so that no request can start
     * or change a job.
     */
    public static final ConfigOption<Boolean> READ_ONLY =
            ConfigOptions.key("fueloptimine.rest.read-only")
                    .booleanType()
                    .defaultValue(false)
                    .withDescription("Whether Flink's REST interface answers GET and HEAD only.");

    /**
     * Additional host names, without port, that the header Host of a request may contain, for
     * example the name of a proxy. The loopback names and the values of {@code rest.address} and
     * {@code rest.bind-address} are always allowed.
     */
    public static final ConfigOption<List<String>> HOSTS =
            ConfigOptions.key("fueloptimine.rest.hosts")
                    .stringType()
                    .asList()
                    .defaultValues()
                    .withDescription("More host names by which the REST interface is reached.");

    private static final String LOOPBACK = "127.0.0.1";

    /**
     * The maximum size of a request, bytes. This size is sufficient, because allowed requests have
     * no body. Flink's default is 100 MB.
     */
    private static final int MAX_REQUEST_BYTES = 65_536;

    private RestAccess() {}

    /**
     * Sets the options of a Flink cluster that runs in this process, so that its REST interface is
     * read-only and only this machine can reach it. Jobs are submitted and stopped without the REST
     * interface.
     *
     * @param configuration the cluster's configuration, which is changed
     */
    public static void limitToReadingOnThisMachine(Configuration configuration) {
        configuration.set(RestOptions.ADDRESS, LOOPBACK);
        configuration.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        // Flink's server for jars and large task data, which opens a port of its own.
        configuration.set(JobManagerOptions.BIND_HOST, LOOPBACK);
        configuration.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
        configuration.set(RestOptions.SERVER_MAX_CONTENT_LENGTH, MAX_REQUEST_BYTES);
        configuration.set(WebOptions.SUBMIT_ENABLE, false);
        configuration.set(WebOptions.CANCEL_ENABLE, false);
        configuration.set(WebOptions.RESCALE_ENABLE, false);
        configuration.set(READ_ONLY, true);
    }
}
