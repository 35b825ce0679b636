package io.fueloptimine.jobs.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.jobs.broker.BrokerTls.ClientCertificate;
import io.fueloptimine.jobs.broker.BrokerTls.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsArgumentsTest {

    @TempDir Path folder;

    @Test
    void parsesWhatItFormats() throws IOException {
        BrokerSettings settings = BrokerSettings.DEFAULT.withTls(listener());
        BrokerCommand command =
                new BrokerCommand(0, folder.toAbsolutePath(), Optional.empty(), settings, true);

        assertThat(BrokerCommand.parse(command.toArguments().toArray(String[]::new)))
                .isEqualTo(command);
    }

    @Test
    void reportsAllFaultsAtOnce() {
        assertThatThrownBy(
                        () ->
                                BrokerCommand.parse(
                                        "--tls-port",
                                        "99999",
                                        "--tls-key-store",
                                        "gone.p12",
                                        "--tls-client-auth",
                                        "maybe"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--tls-port is 99999")
                .hasMessageContaining("--tls-key-store is gone.p12, expected a readable file")
                .hasMessageContaining("--tls-key-store-password-file <file> is missing")
                .hasMessageContaining("--tls-client-auth is maybe")
                .hasMessageContaining("--data <folder> is missing");
    }

    @Test
    void rejectsAKeyStoreWithoutAPort() {
        assertThatThrownBy(
                        () ->
                                BrokerCommand.parse(
                                        "--data", "here", "--tls-key-store", "broker.p12"))
                .hasMessageContaining("--tls-key-store is given without --tls-port");
    }

    @Test
    void writesPlaceholdersInsteadOfPasswords() throws IOException {
        BrokerTls listener = listener();

        BrokerConfig.write(folder, 1883, BrokerSettings.DEFAULT, Optional.of(listener));

        assertThat(Files.readString(folder.resolve("config.xml")))
                .contains("<password>${fueloptimine.broker.key-store-password}</password>")
                .contains("<client-authentication-mode>REQUIRED</client-authentication-mode>")
                .doesNotContain("cret");
        assertThat(System.getProperty("fueloptimine.broker.key-store-password"))
                .isEqualTo("se&lt;cret");
        assertThat(listener.toString()).doesNotContain("cret");
    }

    private BrokerTls listener() throws IOException {
        Path store = Files.writeString(folder.resolve("store.p12"), "a store");
        Path password = Files.writeString(folder.resolve("key-password"), "se<cret\n");
        Store keys = new Store(store.toAbsolutePath(), password.toAbsolutePath());
        return new BrokerTls("127.0.0.1", 0, keys, ClientCertificate.REQUIRED, Optional.of(keys));
    }
}
