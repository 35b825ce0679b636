package io.fueloptimine.jobs.local.stack;

import io.fueloptimine.connectors.jdbc.SqlConnection;

/** What the jobs need, running: in this process, or in processes that may die at any moment. */
public interface RunningStack {

    /** The folder that holds all state. */
    DataFolder data();

    /** The port on the loopback address by which the jobs reach the MQTT broker. */
    int mqttPort();

    /** Where Kafka's clients connect. */
    String bootstrapServers();

    /** How to reach the SQL tables. */
    SqlConnection sql();

    /** The jobs of the Flink cluster. */
    FlinkJobs flink();
}
