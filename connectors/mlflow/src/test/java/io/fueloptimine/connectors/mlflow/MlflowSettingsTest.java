package io.fueloptimine.connectors.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MlflowSettingsTest {

    private static final Optional<Path> TOKEN = Optional.of(Path.of("token"));

    @ParameterizedTest
    @ValueSource(strings = {"mlflow:5000", "ftp://mlflow", "file:///mlruns", "http:/x", "", "a b"})
    void refusesInvalidAddresses(String url) {
        assertThatThrownBy(() -> MlflowSettings.of(url, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .containsAnyOf("expected http://HOST", "not an address");
    }

    @Test
    void refusesASecretInTheAddressWithoutPrintingIt() {
        assertThatThrownBy(() -> MlflowSettings.of("https://me:hush@mlflow", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected no user name")
                .message()
                .doesNotContain("hush");
        assertThatThrownBy(() -> MlflowSettings.of("https://mlflow?token=hush", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("hush");
    }

    @Test
    void sendsATokenOnlyOverTlsOrLoopback() {
        assertThatThrownBy(() -> MlflowSettings.of("http://mlflow:5000", TOKEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without TLS: expected https://");

        assertThat(MlflowSettings.of("https://mlflow/ml", TOKEN).tokenFile()).isEqualTo(TOKEN);
        assertThat(MlflowSettings.of("http://[::1]:5000", TOKEN).tokenFile()).isEqualTo(TOKEN);
        assertThat(MlflowSettings.of("http://mlflow:5000", Optional.empty()).server())
                .hasPort(5_000);
    }
}
