package io.fueloptimine.jobs.local.stack;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.kafka.KafkaConnection;
import java.util.Optional;

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

    /** Certificates and users; empty if the servers require neither. */
    default Optional<StackSecurity> security() {
        return Optional.empty();
    }

    /** The connection to Kafka of those who watch the run. */
    default KafkaConnection kafka() {
        return security()
                .map(given -> given.kafka(bootstrapServers(), KafkaPrincipals.ADMINISTRATOR))
                .orElseGet(() -> KafkaConnection.of(bootstrapServers()));
    }
}
