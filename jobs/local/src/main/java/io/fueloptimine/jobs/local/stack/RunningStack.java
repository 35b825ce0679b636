package io.fueloptimine.jobs.local.stack;

import io.fueloptimine.connectors.jdbc.SqlConnection;

/** The running servers that the jobs need, in this process or in others. */
public interface RunningStack {

    /** The folder with all state. */
    DataFolder data();

    /** The port of the MQTT broker on the loopback address. */
    int mqttPort();

    /** The addresses that Kafka clients connect to. */
    String bootstrapServers();

    /** The connection to the SQL tables. */
    SqlConnection sql();

    /** The jobs of the Flink cluster. */
    FlinkJobs flink();
}
