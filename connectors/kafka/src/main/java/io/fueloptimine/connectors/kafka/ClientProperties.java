package io.fueloptimine.connectors.kafka;

import java.util.Locale;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;

/** Converts the settings of a connection to the properties of Kafka's clients. */
final class ClientProperties {

    private static final String LOGIN_MODULES = "org.apache.kafka.common.security.";

    private final Properties properties = new Properties();

    private ClientProperties() {}

    static Properties of(KafkaConnection connection) {
        ClientProperties client = new ClientProperties();
        client.properties.putAll(connection.properties());
        client.put(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                connection.bootstrapServers().replaceAll("\\s", ""));
        client.put(AbstractConfig.CONFIG_PROVIDERS_CONFIG, SecretFileProvider.NAME);
        client.put(
                AbstractConfig.CONFIG_PROVIDERS_CONFIG + "." + SecretFileProvider.NAME + ".class",
                SecretFileProvider.class.getName());
        client.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, protocol(connection));
        if (connection.tls().enabled()) {
            client.encrypt(connection.tls());
        }
        if (connection.sasl().enabled()) {
            client.authenticate(connection.sasl());
        }
        return client.properties;
    }

    private static String protocol(KafkaConnection connection) {
        String transport = connection.tls().enabled() ? "SSL" : "PLAINTEXT";
        return connection.sasl().enabled() ? "SASL_" + transport : transport;
    }

    private void encrypt(KafkaTls tls) {
        if (tls.trustStore() != null) {
            put(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, tls.trustStore());
            putPart(
                    SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG,
                    tls.trustStore(),
                    SecretFileProvider.STORE_TYPE);
            putPart(
                    SslConfigs.SSL_TRUSTSTORE_PASSWORD_CONFIG,
                    tls.trustStorePasswordFile(),
                    SecretFileProvider.TEXT);
        }
        if (tls.keyStore() != null) {
            put(SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG, tls.keyStore());
            putPart(
                    SslConfigs.SSL_KEYSTORE_TYPE_CONFIG,
                    tls.keyStore(),
                    SecretFileProvider.STORE_TYPE);
            putPart(
                    SslConfigs.SSL_KEYSTORE_PASSWORD_CONFIG,
                    tls.keyStorePasswordFile(),
                    SecretFileProvider.TEXT);
        }
        put(
                SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG,
                tls.verifyHostname() ? "https" : "");
    }

    private void authenticate(KafkaSasl sasl) {
        put(SaslConfigs.SASL_MECHANISM, sasl.mechanism());
        if (sasl.jaasFile() != null) {
            putPart(SaslConfigs.SASL_JAAS_CONFIG, sasl.jaasFile(), SecretFileProvider.TEXT);
            return;
        }
        String module = sasl.isPlain() ? "plain.PlainLoginModule" : "scram.ScramLoginModule";
        String username = sasl.username().replace("\\", "\\\\").replace("\"", "\\\"");
        String password =
                SecretFileProvider.reference(sasl.passwordFile(), SecretFileProvider.QUOTED);
        put(
                SaslConfigs.SASL_JAAS_CONFIG,
                String.format(
                        Locale.ROOT,
                        "%s%s required username=\"%s\" password=\"%s\";",
                        LOGIN_MODULES,
                        module,
                        username,
                        password));
    }

    private void putPart(String property, String file, String part) {
        if (file != null) {
            put(property, SecretFileProvider.reference(file, part));
        }
    }

    private void put(String property, String value) {
        properties.setProperty(property, value);
    }
}
