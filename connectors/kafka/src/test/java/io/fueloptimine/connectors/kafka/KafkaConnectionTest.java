package io.fueloptimine.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaConnectionTest {

    @Test
    void requiresTheServersOnly() {
        Properties client = KafkaConnection.of("a:9092, b:9093").clientProperties();

        assertThat(client)
                .containsEntry("bootstrap.servers", "a:9092,b:9093")
                .containsEntry("security.protocol", "PLAINTEXT")
                .doesNotContainKey("sasl.jaas.config");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "kafka", "kafka:0", "kafka:70000", "a:9092,,b:9092", "a:b:1"})
    void refusesWrongServers(String servers) {
        assertThatThrownBy(() -> KafkaConnection.of(servers))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("kafka.bootstrap-servers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:9092", "10.0.0.1:9092", "[::1]:9092", "k-0.kafka.svc:1"})
    void acceptsNamesAndAddresses(String servers) {
        assertThat(KafkaConnection.of(servers).bootstrapServers()).isEqualTo(servers);
    }

    @Test
    void refersToFilesForTlsAndSasl() {
        Properties client =
                connection(
                                "kafka.tls.enabled", "true",
                                "kafka.tls.trust-store", "/etc/ca.pem",
                                "kafka.tls.key-store", "/etc/client.p12",
                                "kafka.tls.key-store-password-file", "/etc/client.password",
                                "kafka.tls.verify-hostname", "false",
                                "kafka.sasl.mechanism", "SCRAM-SHA-512",
                                "kafka.sasl.username", "fuel \"one\"",
                                "kafka.sasl.password-file", "/etc/kafka.password")
                        .clientProperties();

        assertThat(client)
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("ssl.truststore.location", "/etc/ca.pem")
                .containsEntry("ssl.truststore.type", "${secret:/etc/ca.pem:store-type}")
                .doesNotContainKey("ssl.truststore.password")
                .containsEntry("ssl.keystore.password", "${secret:/etc/client.password:text}")
                .containsEntry("ssl.endpoint.identification.algorithm", "")
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
                .containsEntry(
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required"
                                + " username=\"fuel \\\"one\\\"\""
                                + " password=\"${secret:/etc/kafka.password:quoted}\";");
    }

    @Test
    void acceptsAnyMechanismWithAJaasFile() {
        assertThat(
                        connection(
                                        "kafka.sasl.mechanism", "OAUTHBEARER",
                                        "kafka.sasl.jaas-file", "/etc/jaas")
                                .clientProperties())
                .containsEntry("security.protocol", "SASL_PLAINTEXT")
                .containsEntry("sasl.jaas.config", "${secret:/etc/jaas:text}");
    }

    @Test
    void passesFurtherProperties() {
        assertThat(
                        connection(
                                        "kafka.properties.client.rack", "pit-1",
                                        "kafka.properties.ssl.key.password",
                                                "${secret:/etc/key:text}")
                                .clientProperties())
                .containsEntry("client.rack", "pit-1")
                .containsEntry("ssl.key.password", "${secret:/etc/key:text}");
    }

    @Test
    void namesEveryFaultAtOnce() {
        assertThatThrownBy(
                        () ->
                                connection(
                                        "kafka.bootstrap-servers", "nowhere",
                                        "kafka.group-id", " ",
                                        "kafka.tls.enabled", "perhaps",
                                        "kafka.tls.trust-store", "/etc/ca.pem",
                                        "kafka.tls.key-store-password-file", "/etc/a\nb",
                                        "kafka.sasl.mechanism", "PLAIN",
                                        "kafka.properties.acks", "0",
                                        "kafka.properties.group.id", "g",
                                        "kafka.properties.ssl.key.password", "topsecret"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageNotContaining("topsecret")
                .extracting(e -> ((InvalidInputException) e).faults())
                .asInstanceOf(list(String.class))
                .extracting(fault -> fault.substring(0, fault.indexOf(' ')))
                .containsExactlyInAnyOrder(
                        "kafka.bootstrap-servers",
                        "kafka.group-id",
                        "kafka.tls.enabled",
                        "kafka.tls.trust-store",
                        "kafka.tls.key-store-password-file",
                        "kafka.tls.key-store-password-file",
                        "kafka.sasl.username",
                        "kafka.sasl.password-file",
                        "kafka.properties.acks",
                        "kafka.properties.group.id",
                        "kafka.properties.ssl.key.password");
    }

    @Test
    void refusesSaslSettingsThatContradictEachOther() {
        assertThatThrownBy(() -> connection("kafka.sasl.username", "fuel"))
                .hasMessageContaining("kafka.sasl.mechanism is missing");
        assertThatThrownBy(() -> connection("kafka.sasl.mechanism", "GSSAPI"))
                .hasMessageContaining("kafka.sasl.jaas-file is missing");
        assertThatThrownBy(
                        () ->
                                connection(
                                        "kafka.sasl.mechanism", "PLAIN",
                                        "kafka.sasl.username", "fuel",
                                        "kafka.sasl.jaas-file", "/etc/jaas"))
                .hasMessageContaining("kafka.sasl.jaas-file is given together");
    }

    @Test
    void recognisesItsOptionsAndPassedProperties() {
        assertThat(List.of("kafka.group-id", "kafka.properties.client.rack"))
                .allMatch(KafkaOptions::isOption);
        assertThat(List.of("kafka.group", "lake.path")).noneMatch(KafkaOptions::isOption);
    }

    private static KafkaConnection connection(String... keysAndValues) {
        Configuration options = Configuration.fromMap(Map.of("kafka.bootstrap-servers", "k:9092"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            options.setString(keysAndValues[i], keysAndValues[i + 1]);
        }
        return KafkaConnection.from(options);
    }
}
