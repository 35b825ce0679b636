package io.fueloptimine.jobs.cli.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import io.fueloptimine.jobs.cli.Fuel;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arguments in deploy/kubernetes are those that the jobs and the commands understand. */
class JobArgumentsTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"overlays/mine", "overlays/fleet", "overlays/bluegreen"})
    void eachJobUnderstandsItsArguments(String overlay) throws Exception {
        JobParsers parsers = new JobParsers(folder);
        List<Resource> jobs =
                Kustomize.render(overlay).stream().filter(Resource::isFlinkJob).toList();

        assertThat(jobs)
                .extracting(Resource::job)
                .containsExactlyInAnyOrderElementsOf(JobParsers.jobs());
        for (Resource job : jobs) {
            assertThatCode(() -> parsers.parse(job.job(), Stream.of(job.arguments())))
                    .as(job.name())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void setupUnderstandsItsArguments() throws Exception {
        JsonNode pod = Kustomize.render("setup").get(0).tree().at("/spec/template/spec");
        List<String> arguments = Resource.texts(pod.at("/containers/0/args"));

        assertThat(arguments.get(0)).isEqualTo("setup");
        assertThatCode(() -> Fuel.commandLine().parseArgs(arguments.toArray(String[]::new)))
                .doesNotThrowAnyException();
    }
}
