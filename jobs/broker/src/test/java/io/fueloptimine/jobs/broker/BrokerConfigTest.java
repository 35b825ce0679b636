package io.fueloptimine.jobs.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.broker.BrokerTls.ClientCertificate;
import io.fueloptimine.jobs.broker.BrokerTls.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerConfigTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a b", "ñ", "a&b<c>", "${user.home}", "$${x}$", "]]>", "\"'", " ends "})
    void hiveMqReadsTheKeyStoresOfAFolderWithAnyName(String name) throws Exception {
        Path keys = folder.resolve(name).resolve("keys.p12");
        Path password = Files.writeString(folder.resolve("password"), "s3cret");
        BrokerTls tls =
                new BrokerTls(
                        "127.0.0.1",
                        8883,
                        new Store(keys, password),
                        ClientCertificate.NONE,
                        Optional.empty());

        BrokerConfig.write(folder, 1883, BrokerSettings.DEFAULT, Optional.of(tls));

        Path file = folder.resolve("config.xml");
        assertThat(Files.readString(file).replaceAll("\\$\\{[^}]*store-password}", ""))
                .as("placeholders that HiveMQ would replace")
                .doesNotContain("${");
        assertThat(
                        DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(file.toFile())
                                .getElementsByTagName("path")
                                .item(0)
                                .getTextContent())
                .isEqualTo(keys.toString());
    }
}
