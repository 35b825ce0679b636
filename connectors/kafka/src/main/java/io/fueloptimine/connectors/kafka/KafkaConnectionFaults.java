package io.fueloptimine.connectors.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.flink.configuration.ConfigOption;

/**
 * Finds every fault in the settings of a connection. Whether the named files exist is not checked,
 * because the files are on the machines where the clients run. The texts of faults do not contain
 * values of properties.
 */
final class KafkaConnectionFaults {

    private static final Pattern SERVER =
            Pattern.compile("(\\[[0-9a-fA-F:.%]+]|[^\\s:,/\\[\\]]+):(\\d{1,5})");

    private final List<String> faults = new ArrayList<>();

    private KafkaConnectionFaults() {}

    /** One line per fault, each beginning with its option; empty if there is none. */
    static List<String> in(
            String servers, KafkaTls tls, KafkaSasl sasl, Map<String, String> properties) {
        KafkaConnectionFaults found = new KafkaConnectionFaults();
        found.checkServers(servers);
        found.checkTls(tls);
        found.checkSasl(sasl);
        new TreeMap<>(properties).forEach(found::checkProperty);
        return List.copyOf(found.faults);
    }

    private void checkServers(String servers) {
        if (servers == null || servers.isBlank()) {
            fault(KafkaOptions.BOOTSTRAP_SERVERS, "is missing, expected host:port,host:port");
            return;
        }
        for (String server : servers.split(",", -1)) {
            var matcher = SERVER.matcher(server.strip());
            boolean valid = matcher.matches() && isPort(Integer.parseInt(matcher.group(2)));
            require(
                    valid,
                    KafkaOptions.BOOTSTRAP_SERVERS,
                    "contains '" + server + "', expected host:port with a port of 1 to 65535");
        }
    }

    private void checkTls(KafkaTls tls) {
        checkStore(KafkaOptions.TLS_TRUST_STORE, tls.trustStore(), tls);
        checkStore(KafkaOptions.TLS_KEY_STORE, tls.keyStore(), tls);
        checkStorePassword(
                KafkaOptions.TLS_TRUST_STORE_PASSWORD_FILE,
                tls.trustStorePasswordFile(),
                KafkaOptions.TLS_TRUST_STORE,
                tls.trustStore());
        checkStorePassword(
                KafkaOptions.TLS_KEY_STORE_PASSWORD_FILE,
                tls.keyStorePasswordFile(),
                KafkaOptions.TLS_KEY_STORE,
                tls.keyStore());
    }

    /**
     * Adds a fault for a trust store or key store without TLS, because the person who configured
     * the store probably expects an encrypted connection.
     */
    private void checkStore(ConfigOption<String> option, String file, KafkaTls tls) {
        checkFile(option, file);
        require(
                file == null || tls.enabled(),
                option,
                "is given while " + KafkaOptions.TLS_ENABLED.key() + " is false, expected true");
    }

    private void checkStorePassword(
            ConfigOption<String> option, String file, ConfigOption<String> store, String given) {
        checkFile(option, file);
        require(file == null || given != null, option, "is given without " + store.key());
    }

    private void checkSasl(KafkaSasl sasl) {
        checkFile(KafkaOptions.SASL_PASSWORD_FILE, sasl.passwordFile());
        checkFile(KafkaOptions.SASL_JAAS_FILE, sasl.jaasFile());
        boolean user = sasl.username() != null || sasl.passwordFile() != null;
        boolean jaas = sasl.jaasFile() != null;
        if (!sasl.enabled()) {
            require(
                    !user && !jaas,
                    KafkaOptions.SASL_MECHANISM,
                    "is missing, expected one for the given user name, password or JAAS file");
            return;
        }
        require(
                sasl.mechanism().matches("[A-Z0-9_-]{1,20}"),
                KafkaOptions.SASL_MECHANISM,
                "is '" + sasl.mechanism() + "', expected a name such as SCRAM-SHA-512");
        if (jaas) {
            require(
                    !user,
                    KafkaOptions.SASL_JAAS_FILE,
                    "is given together with a user name or password file, expected one way");
            return;
        }
        require(
                sasl.isPlain() || sasl.isScram(),
                KafkaOptions.SASL_JAAS_FILE,
                "is missing, expected it for mechanism " + sasl.mechanism());
        checkUser(sasl);
    }

    private void checkUser(KafkaSasl sasl) {
        if (!sasl.isPlain() && !sasl.isScram()) {
            return;
        }
        String name = sasl.username();
        require(
                name != null && name.matches("[^\\p{Cntrl}]+") && !name.contains("${"),
                KafkaOptions.SASL_USERNAME,
                name == null ? "is missing" : "is '" + name + "', expected a name without ${");
        require(sasl.passwordFile() != null, KafkaOptions.SASL_PASSWORD_FILE, "is missing");
    }

    private void checkProperty(String name, String value) {
        PassedProperties.fault(name, value)
                .ifPresent(
                        fault -> faults.add(KafkaOptions.PROPERTIES_PREFIX + name + " " + fault));
    }

    private void checkFile(ConfigOption<String> option, String file) {
        require(
                file == null || SecretFileProvider.canRefer(file),
                option,
                "is '" + file + "', expected a file name without control characters");
    }

    private void require(boolean holds, ConfigOption<?> option, String fault) {
        if (!holds) {
            fault(option, fault);
        }
    }

    private void fault(ConfigOption<?> option, String fault) {
        faults.add(option.key() + " " + fault);
    }

    private static boolean isPort(int port) {
        return port >= 1 && port <= 65_535;
    }
}
