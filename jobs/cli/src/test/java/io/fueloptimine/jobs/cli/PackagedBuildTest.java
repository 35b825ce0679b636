package io.fueloptimine.jobs.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class PackagedBuildTest {

    private static final List<String> MISSING = List.of("no job jar in jobs/fuel/target");

    @Test
    void missingJarsFailATestOfTheProfileWhole() {
        assertThatThrownBy(() -> PackagedBuild.require(MISSING, true))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no job jar in jobs/fuel/target");
    }

    @Test
    void missingJarsSkipATestElsewhereWithTheReason() {
        assertThatThrownBy(() -> PackagedBuild.require(MISSING, false))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("no job jar in jobs/fuel/target");
    }

    @Test
    void aPackagedBuildRunsTheTest() {
        assertThatCode(() -> PackagedBuild.require(List.of(), true)).doesNotThrowAnyException();
        assertThatCode(() -> PackagedBuild.require(List.of(), false)).doesNotThrowAnyException();
    }
}
