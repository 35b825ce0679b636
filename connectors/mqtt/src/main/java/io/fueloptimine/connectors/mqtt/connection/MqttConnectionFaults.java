package io.fueloptimine.connectors.mqtt.connection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/**
 * Checks a connection's settings and lists every fault.
 *
 * <p>Whether the named files exist is not checked, because the files are on the task managers,
 * whereas this code runs where the job is built.
 */
public final class MqttConnectionFaults {

    private static final int MAX_SECONDS = 65_535;

    private final List<String> faults = new ArrayList<>();

    private MqttConnectionFaults() {}

    /** One line per fault, each beginning with its option; empty if there is none. */
    public static List<String> in(MqttConnectionSettings settings) {
        MqttConnectionFaults found = new MqttConnectionFaults();
        found.checkAddress(settings);
        found.checkTimes(settings);
        found.checkUser(settings);
        found.checkTls(settings.tls());
        return List.copyOf(found.faults);
    }

    private void checkAddress(MqttConnectionSettings settings) {
        require(
                isGiven(settings.host()),
                MqttConnectionOptions.HOST,
                "is empty, expected a host name or an address");
        require(
                settings.port() >= 1 && settings.port() <= 65_535,
                MqttConnectionOptions.PORT,
                "is " + settings.port() + ", expected 1 to 65535");
    }

    private void checkTimes(MqttConnectionSettings settings) {
        long keepAliveS = settings.keepAlive().toSeconds();
        require(
                keepAliveS >= 1 && keepAliveS <= MAX_SECONDS,
                MqttConnectionOptions.KEEP_ALIVE,
                "is " + settings.keepAlive() + ", expected 1 s to 18 h");
        Duration handshake = settings.tls().handshakeTimeout();
        require(
                handshake.toMillis() >= 100 && handshake.toSeconds() <= MAX_SECONDS,
                MqttConnectionOptions.TLS_HANDSHAKE_TIMEOUT,
                "is " + handshake + ", expected 100 ms to 18 h");
    }

    private void checkUser(MqttConnectionSettings settings) {
        require(
                settings.passwordFile() == null || isGiven(settings.username()),
                MqttConnectionOptions.PASSWORD_FILE,
                "is given without " + MqttConnectionOptions.USERNAME.key());
    }

    private void checkTls(MqttTls tls) {
        checkFile(MqttConnectionOptions.TLS_TRUST_STORE, tls.trustStore(), tls);
        checkFile(MqttConnectionOptions.TLS_KEY_STORE, tls.keyStore(), tls);
        checkPassword(
                MqttConnectionOptions.TLS_TRUST_STORE_PASSWORD_FILE,
                tls.trustStorePasswordFile(),
                MqttConnectionOptions.TLS_TRUST_STORE,
                tls.trustStore());
        checkPassword(
                MqttConnectionOptions.TLS_KEY_STORE_PASSWORD_FILE,
                tls.keyStorePasswordFile(),
                MqttConnectionOptions.TLS_KEY_STORE,
                tls.keyStore());
    }

    /**
     * Adds a fault for a file of certificates or keys without TLS, because the person who
     * configured the file probably expects an encrypted connection.
     */
    private void checkFile(ConfigOption<String> option, String file, MqttTls tls) {
        require(
                file == null || tls.enabled(),
                option,
                "is '"
                        + file
                        + "' while "
                        + MqttConnectionOptions.TLS_ENABLED.key()
                        + " is false, expected true");
    }

    private void checkPassword(
            ConfigOption<String> option,
            String file,
            ConfigOption<String> store,
            String storeFile) {
        require(
                file == null || storeFile != null,
                option,
                "is '" + file + "', given without " + store.key());
    }

    private void require(boolean valid, ConfigOption<?> option, String fault) {
        if (!valid) {
            faults.add(option.key() + " " + fault);
        }
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }
}
