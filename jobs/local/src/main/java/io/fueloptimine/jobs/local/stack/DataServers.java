package io.fueloptimine.jobs.local.stack;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlMigrations;
import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaTopics;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Kafka with all topics and the SQL server with all tables, both in this process. These two servers
 * are part of every stack.
 */
public final class DataServers implements AutoCloseable {

    private final StartedParts parts = new StartedParts();
    private KafkaServer kafka;
    private SqlServer sql;

    private DataServers() {}

    /**
     * Starts both servers, creates missing topics and migrates the tables; if one of these steps
     * fails, both servers are stopped.
     *
     * @param partitions number of partitions of a new topic
     * @param progress receives the name of each part before the part is started
     * @throws StackException if a server does not start
     */
    public static DataServers start(
            DataFolder data, Ports ports, int partitions, Consumer<String> progress) {
        return start(data, ports, partitions, Optional.empty(), progress);
    }

    /**
     * Starts both servers as above.
     *
     * @param security certificates and users; empty for servers without TLS, of which Kafka
     *     requires no password
     */
    public static DataServers start(
            DataFolder data,
            Ports ports,
            int partitions,
            Optional<StackSecurity> security,
            Consumer<String> progress) {
        DataServers servers = new DataServers();
        try {
            servers.startParts(data, ports, partitions, security, progress);
            return servers;
        } catch (RuntimeException e) {
            servers.close();
            throw e;
        }
    }

    /** The addresses to which Kafka clients connect. */
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** The connection to the SQL tables. */
    public SqlConnection sql() {
        return sql.connection();
    }

    /** Stops the SQL server until {@link #resumeSql()}. Kafka keeps running. */
    public void interruptSql() {
        sql.interrupt();
    }

    /** Starts the SQL server again. */
    public void resumeSql() {
        sql.resume();
    }

    @Override
    public void close() {
        parts.close();
    }

    private void startParts(
            DataFolder data,
            Ports ports,
            int partitions,
            Optional<StackSecurity> security,
            Consumer<String> progress) {
        progress.accept("Kafka");
        kafka =
                parts.add(
                        KafkaServer.start(
                                data.kafka(), ports.kafka(), ports.kafkaController(), security));
        KafkaConnection connection =
                security.map(
                                given ->
                                        given.kafka(
                                                kafka.bootstrapServers(),
                                                KafkaPrincipals.ADMINISTRATOR))
                        .orElseGet(() -> KafkaConnection.of(kafka.bootstrapServers()));
        KafkaTopics.ensure(connection, partitions);
        if (security.isPresent()) {
            KafkaPrincipals.permit(connection);
        }
        progress.accept("SQL server");
        security.ifPresent(SqlTls::use);
        sql = parts.add(SqlServer.start(data.sql(), ports.sql(), security.isPresent()));
        SqlMigrations.migrate(sql());
    }
}
