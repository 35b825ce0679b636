package io.fueloptimine.jobs.local.stack;

import io.fueloptimine.connectors.jdbc.SqlConnection;

/** The running servers that the jobs need, in this process or in other processes. */
public interface RunningStack {

    /** The folder with all state. */
    DataFolder data();

    /** The port of the MQTT broker on the loopback address. */
    int mqttPort();

    /** The addresses to which Kafka clients connect. */
    String bootstrapServers();

    /** The connection to the SQL tables. */
    SqlConnection sql();

    /** The access to the jobs of the Flink cluster. */
    FlinkJobs flink();
}
