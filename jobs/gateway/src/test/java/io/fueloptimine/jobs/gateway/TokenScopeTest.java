package io.fueloptimine.jobs.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The attack: the holder of one machine's token publishes for another machine. */
class TokenScopeTest {

    private static final String TOKEN = "a-token-of-some-length";
    private static final String OTHER = "another-token-of-some-length";

    @TempDir Path folder;

    private final ScriptedPublisher broker = new ScriptedPublisher();
    private Gateway gateway;

    @AfterEach
    void stop() {
        if (gateway != null) {
            gateway.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/pit/haultruck/HT1/telemetry, 202,",
        "/v1/pit/haultruck/HT-20/state, 202,",
        "/v1/pit/haultruck/Cami%C3%B3n%207/state, 202,",
        "/v1/pit/haultruck/HT2/telemetry, 403, HT2",
        "/v1/pit/haultruck/HT11/telemetry, 403, HT11",
        "/v1/pit/haultruck/ht1/telemetry, 403, ht1",
        "/v1/pit/shovel/HT1/telemetry, 403, shovel",
        "/v1/pit/haultruck/HT1/reply, 403, reply",
        "/v1/other/haultruck/HT1/telemetry, 404, other"
    })
    void aBoundTokenPublishesForItsMachinesOnly(String path, int status, String named)
            throws IOException {
        open(
                TOKEN
                        + " site=pit kinds=haultruck machines=HT1,HT-*,Cami%C3%B3n%207"
                        + " streams=telemetry,state");

        HttpResponse<String> answer = post(path, TOKEN);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(broker.topics()).hasSize(status == 202 ? 1 : 0);
        if (named != null) {
            assertThat(answer.body()).contains("\"value\":\"" + named + "\"");
        }
    }

    @Test
    void countsWhatIsRefusedAndSaysWhichTokensAreOpen() throws IOException {
        open("# one per line", TOKEN + " site=pit machines=HT1", OTHER);

        assertThat(post("/v1/pit/haultruck/HT2/state", TOKEN).statusCode()).isEqualTo(403);
        assertThat(post("/v1/pit/haultruck/HT2/state", OTHER).statusCode()).isEqualTo(202);

        HttpSender sender = new HttpSender(gateway.port());
        assertThat(sender.get("/metrics").body())
                .contains("fuel_gateway_rejected_requests_total{reason=\"foreignMachine\"} 1")
                .contains("fuel_gateway_open_tokens 1");
        assertThat(sender.get("/health").body())
                .isEqualTo("{\"broker\":\"connected\",\"openTokens\":1}");
        assertThat(gateway.openTokens()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "site=pit kinds=truck | line 2 kinds has 'truck', expected names as in topics",
                "site=pit streams=all | line 2 streams has 'all', expected names as in topics",
                "site=pit machines=H*1 | line 2 machines has 'H*1', expected names of machines",
                "site=pit machines=* | line 2 machines has '*', expected names of machines",
                "site=pit machines= | line 2 machines has '', expected names of machines",
                "site=pit machines=%zz | line 2 machines has '%zz', expected percent-encoded UTF-8",
                "site=pit site=pit | line 2 has site twice, expected each field once",
                "site=elsewhere | line 2 has no site, or one that the gateway does not serve",
                "machines=HT1 | line 2 has no site, or one that the gateway does not serve",
                "site=pit secret-word | line 2 has a word after the token that is no field"
            })
    void namesLineFieldAndValueOfAFaultButNoToken(String scope, String message) throws IOException {
        Path file = write("# comment", TOKEN + " " + scope);

        assertThatThrownBy(() -> TokenFile.read(file, List.of("pit")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message)
                .hasMessageNotContainingAny(TOKEN, "secret-word");
    }

    @Test
    void refusesATokenTwiceBecauseItsScopeWouldDependOnTheOrder() throws IOException {
        Path file = write(TOKEN + " site=pit machines=HT1", TOKEN);

        assertThatThrownBy(() -> TokenFile.read(file, List.of("pit")))
                .hasMessageContaining("line 2 repeats a token, expected each token once")
                .hasMessageNotContaining(TOKEN);
    }

    private HttpResponse<String> post(String path, String token) {
        HttpSender sender = new HttpSender(gateway.port());
        return sender.send(
                sender.to(path)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString("{}")));
    }

    private void open(String... lines) throws IOException {
        gateway = Gateway.start(TestSettings.withTokens(write(lines)), broker);
    }

    private Path write(String... lines) throws IOException {
        return Files.write(folder.resolve("tokens"), List.of(lines));
    }
}
