package io.fueloptimine.jobs.cli.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import io.fueloptimine.jobs.alarms.AlarmsOptions;
import io.fueloptimine.jobs.archive.ArchiveOptions;
import io.fueloptimine.jobs.cabs.CabsOptions;
import io.fueloptimine.jobs.cli.cluster.SetupCommand;
import io.fueloptimine.jobs.dispatch.DispatchOptions;
import io.fueloptimine.jobs.fuel.FuelOptions;
import io.fueloptimine.jobs.ingest.IngestOptions;
import io.fueloptimine.jobs.local.stack.FuelHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The arguments in deploy/kubernetes are those that the jobs and the commands understand. */
class JobArgumentsTest {

    /** The parser of each job's own options. */
    private static final Map<String, Consumer<String[]>> PARSERS =
            Map.of(
                    "ingest", IngestOptions::parse,
                    "fuel", FuelOptions::parse,
                    "alarms", AlarmsOptions::parse,
                    "dispatch", DispatchOptions::parse,
                    "archive", ArchiveOptions::parse,
                    "cabs", CabsOptions::parse);

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"overlays/mine", "overlays/fleet", "overlays/bluegreen"})
    void eachJobUnderstandsItsArguments(String overlay) throws Exception {
        List<Resource> jobs =
                Kustomize.render(overlay).stream().filter(Resource::isFlinkJob).toList();

        assertThat(jobs).extracting(Resource::job).containsAll(PARSERS.keySet());
        for (Resource job : jobs) {
            String[] arguments = onThisMachine(Stream.of(job.arguments()));
            assertThatCode(() -> PARSERS.get(job.job()).accept(arguments))
                    .as(job.name())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void setupUnderstandsItsArguments() throws Exception {
        JsonNode pod = Kustomize.render("setup").get(0).tree().at("/spec/template/spec");
        List<String> arguments = Resource.texts(pod.at("/containers/0/args"));

        assertThat(arguments.get(0)).isEqualTo("setup");
        assertThatCode(
                        () ->
                                new CommandLine(new SetupCommand())
                                        .parseArgs(onThisMachine(arguments.stream().skip(1))))
                .doesNotThrowAnyException();
    }

    /** Replaces files of a pod by such of this machine, which the parsers look for. */
    private String[] onThisMachine(Stream<String> arguments) throws Exception {
        FuelHome home = FuelHome.find();
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        return arguments
                .map(
                        argument ->
                                switch (argument) {
                                    case "/etc/fueloptimine/mines" ->
                                            home.root().resolve("deploy/local/mines").toString();
                                    case "/var/lib/fueloptimine/registry" ->
                                            home.registry().toString();
                                    case "/var/lib/fueloptimine/lake" ->
                                            folder.resolve("lake").toString();
                                    default ->
                                            argument.startsWith("/etc/fueloptimine/")
                                                    ? secret.toString()
                                                    : argument;
                                })
                .toArray(String[]::new);
    }
}
