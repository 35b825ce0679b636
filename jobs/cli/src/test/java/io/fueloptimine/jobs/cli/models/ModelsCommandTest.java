package io.fueloptimine.jobs.cli.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.fueloptimine.jobs.cli.Fuel;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.training.report.SmallRegistry;
import io.fueloptimine.models.fuel.registry.Alias;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModelsCommandTest {

    private static final String NAME = "fuel-window";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir Path root;
    private ModelRegistry registry;

    @BeforeEach
    void register() throws IOException {
        registry = SmallRegistry.in(root);
    }

    @Test
    void listsShowsAndCompares() {
        assertThat(models("list")).isZero();
        assertThat(models("list", "--name", NAME)).isZero();
        assertThat(models("show", "2")).isZero();
        assertThat(models("compare", "1", "2")).isZero();

        assertThat(out.toString())
                .contains("trained on", "fuel-window version 2 (2.2.0)", "what differs");
    }

    @Test
    void promotesAndRollsBack() {
        assertThat(models("promote", "1")).isZero();
        assertThat(models("promote", "2", "--as", "Challenger")).isZero();
        assertThat(registry.version(NAME, Alias.CHALLENGER)).hasValue(2);
        assertThat(models("promote", "2")).isZero();
        assertThat(models("promote", "2")).isZero();
        assertThat(registry.championVersion(NAME)).hasValue(2);
        assertThat(models("rollback")).isZero();

        assertThat(registry.championVersion(NAME)).hasValue(1);
        assertThat(out.toString())
                .contains("fuel-window version 1 is the champion now.")
                .contains("fuel-window version 2 is the challenger now.")
                .contains("fuel-window version 2 is the champion already.")
                .contains("fuel-window version 1 is the champion again.")
                .contains("Not announced to the running jobs; use --kafka HOST:PORT");
    }

    @Test
    void refusesWrongVersionsAndChangesNothing() throws IOException {
        assertRefused("list, show, compare, promote or rollback");
        assertRefused(
                "no model fuel-cycle; the registry has [fuel-window]",
                "list",
                "--name",
                "fuel-cycle");
        assertRefused("has no version 9", "show", "9");
        assertRefused("'first'", "show", "first");
        assertRefused("has no version 0", "compare", "1", "0");
        assertRefused("Missing required parameter", "compare", "1");
        assertRefused("has no version 9", "promote", "9");
        assertRefused("version 3 is proven equal to XGBoost on 0 rows", "promote", "3");
        assertRefused("'king', expected champion or challenger", "promote", "1", "--as", "king");
        assertRefused("has no champion to roll back", "rollback");
        assertRefused("model name '../x'", "promote", "1", "--name", "../x");
        assertRefused("expected http://HOST", "promote", "1", "--mlflow", "mlflow");
        Files.writeString(root.resolve("models/fuel-window/version-1/model.json"), "{}");
        assertRefused("its SHA-256 differs", "promote", "1");

        assertThat(registry.championVersion(NAME)).isEmpty();
    }

    @Test
    void rollsBackTheInstallationsRegistryIfThereIsOne() throws IOException {
        Path home = root.resolve("home");
        ModelRegistry shipped = SmallRegistry.in(home.resolve("models/registry"));
        ModelRegistry own = SmallRegistry.in(home.resolve("data/local/registry"));
        for (int version = 1; version <= 2; version++) {
            shipped.promote(NAME, version);
            own.promote(NAME, version);
        }

        assertThat(fuelAt(home, "models", "rollback")).isZero();

        assertThat(out.toString()).contains("Registry " + home.resolve("data/local/registry"));
        assertThat(own.championVersion(NAME)).hasValue(1);
        assertThat(shipped.championVersion(NAME)).hasValue(2);
    }

    @Test
    void usesTheShippedRegistryIfThereIsNoOther() throws IOException {
        Path home = root.resolve("home");
        SmallRegistry.in(home.resolve("models/registry"));

        assertThat(fuelAt(home, "models", "list")).isZero();

        assertThat(out.toString()).contains("Registry " + home.resolve("models/registry"));
    }

    @Test
    void refusesAFolderThatIsNotARegistry() {
        assertThat(fuel("models", "list", "--registry", root.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("none does not exist");
    }

    @Test
    void promotesEvenIfTheAnnouncementFails() {
        assertThat(models("promote", "1", "--kafka", "no.such.host.invalid:1")).isEqualTo(1);

        assertThat(registry.championVersion(NAME)).hasValue(1);
        assertThat(err.toString())
                .contains("no.such.host.invalid:1 did not accept a record on models.champion");
    }

    @Test
    void aFailureOfMlflowIsAWarning() throws IOException {
        HttpServer mlflow =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        mlflow.createContext("/", exchange -> exchange.sendResponseHeaders(500, -1));
        mlflow.start();
        try {
            String url = "http://127.0.0.1:" + mlflow.getAddress().getPort();

            assertThat(models("promote", "1", "--mlflow", url)).isZero();

            assertThat(err.toString()).contains("warning: MLflow at " + url + " is not up to date");
        } finally {
            mlflow.stop(0);
        }
    }

    private void assertRefused(String message, String... arguments) {
        int exitCode = arguments.length == 0 ? fuel("models") : models(arguments);
        assertThat(exitCode).as("exit code").isEqualTo(2);
        assertThat(err.toString()).contains(message).doesNotContain("\tat ");
    }

    private int models(String... arguments) {
        List<String> all = new ArrayList<>(List.of("models"));
        all.addAll(Arrays.asList(arguments));
        all.addAll(List.of("--registry", root.toString()));
        return fuel(all.toArray(String[]::new));
    }

    private int fuelAt(Path home, String... arguments) {
        String before = System.getProperty(FuelHome.PROPERTY);
        System.setProperty(FuelHome.PROPERTY, home.toString());
        try {
            return fuel(arguments);
        } finally {
            if (before == null) {
                System.clearProperty(FuelHome.PROPERTY);
            } else {
                System.setProperty(FuelHome.PROPERTY, before);
            }
        }
    }

    private int fuel(String... arguments) {
        CommandLine command = Fuel.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
