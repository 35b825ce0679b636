package io.fueloptimine.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.fueloptimine.jobs.settings.StartRequirements.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartRequirementsTest {

    /** As a class whose native library is for another processor. */
    static final class Unloadable {
        static {
            load();
        }

        private static void load() {
            throw new UnsatisfiedLinkError("no library for this processor");
        }
    }

    @Test
    void thisBuildMeetsThem() {
        assertThatCode(StartRequirements::require).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.20.0", "2.1.0", "2.20.0", "3.0.0", "<unknown>"})
    void otherVersionsOfFlinkAreNamed(String version) {
        assertThat(StartRequirements.faults(version, List.of()))
                .containsExactly(
                        "Flink is version "
                                + version
                                + ", expected 2.2: submit the job to a cluster of that version,"
                                + " with its client");
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        List<Requirement> requirements =
                List.of(
                        new Requirement("org.example.Missing", "add missing.jar"),
                        new Requirement(Unloadable.class.getName(), "use another machine"));

        assertThat(StartRequirements.faults("2.2.1", requirements))
                .containsExactly(
                        "org.example.Missing cannot be loaded (the class is missing): add"
                                + " missing.jar",
                        Unloadable.class.getName()
                                + " cannot be loaded (no library for this processor): use another"
                                + " machine");
    }
}
