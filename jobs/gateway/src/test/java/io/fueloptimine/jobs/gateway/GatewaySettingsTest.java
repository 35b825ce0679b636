package io.fueloptimine.jobs.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GatewaySettingsTest {

    private static final String PASSWORD = "change-it-now";
    private static final String TOKEN = "correct-horse-battery";

    @TempDir Path folder;

    @Test
    void defaultsServeThisMachineOnly() {
        assertThat(Gateway.faultsIn(GatewaySettings.local(0, List.of("pit")))).isEmpty();
    }

    @Test
    void rejectsANetworkAddressWithoutTokenAndTls() {
        GatewaySettings exposed =
                settings("0.0.0.0", Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(Gateway.faultsIn(exposed))
                .singleElement()
                .asString()
                .contains("--bind", "0.0.0.0", "--token-file", "--key-store", "127.0.0.1");
    }

    @Test
    void reportsAllFaultsAtOnceAndNoSecret() throws Exception {
        Path tokens = Files.writeString(folder.resolve("tokens"), "too-short\n");
        Path noStore = Files.writeString(folder.resolve("store"), "nonsense");
        GatewaySettings settings =
                new GatewaySettings(
                        "no such host.",
                        70_000,
                        List.of("pit/1"),
                        Optional.of(tokens),
                        Optional.of(noStore),
                        Optional.empty(),
                        10,
                        0,
                        Duration.ofHours(1));

        assertThat(Gateway.faultsIn(settings))
                .anyMatch(fault -> fault.startsWith("--port is 70000"))
                .anyMatch(fault -> fault.startsWith("--max-body-bytes is 10"))
                .anyMatch(fault -> fault.startsWith("--max-requests is 0"))
                .anyMatch(fault -> fault.startsWith("--acknowledgement-seconds"))
                .anyMatch(fault -> fault.startsWith("--site is 'pit/1'"))
                .anyMatch(fault -> fault.startsWith("--bind is 'no such host.'"))
                .anyMatch(fault -> fault.startsWith("--token-file"))
                .anyMatch(fault -> fault.startsWith("--key-store"))
                .noneMatch(fault -> fault.contains("too-short"));
        assertThatThrownBy(() -> Gateway.start(settings, new ScriptedPublisher()))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void servesTheNetworkOverTls() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        Path store = ServerKeys.store(folder, password);
        Path tokens = Files.writeString(folder.resolve("tokens"), TOKEN);
        GatewaySettings settings =
                settings("0.0.0.0", Optional.of(tokens), Optional.of(store), Optional.of(password));
        try (Gateway gateway = Gateway.start(settings, new ScriptedPublisher())) {
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "https://localhost:"
                                                    + gateway.port()
                                                    + HttpSender.PATH))
                            .header("Authorization", "Bearer " + TOKEN)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("{}"))
                            .build();
            HttpClient client = HttpClient.newBuilder().sslContext(trusting(store)).build();

            assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(202);
        }
    }

    private static SSLContext trusting(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static GatewaySettings settings(
            String bind, Optional<Path> tokens, Optional<Path> store, Optional<Path> password) {
        return new GatewaySettings(
                bind,
                0,
                List.of("pit"),
                tokens,
                store,
                password,
                GatewaySettings.DEFAULT_MAX_BODY_BYTES,
                GatewaySettings.DEFAULT_MAX_REQUESTS,
                GatewaySettings.DEFAULT_ACKNOWLEDGEMENT_LIMIT);
    }
}
