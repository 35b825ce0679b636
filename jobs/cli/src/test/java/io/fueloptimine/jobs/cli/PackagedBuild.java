package io.fueloptimine.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;

/** What the tests of packaged jars require of the build. */
public final class PackagedBuild {

    /**
     * A system property, {@code true} in the Maven profile whole: a test that cannot run because
     * its jars are missing then fails. Otherwise a fault of the build would hide the test.
     */
    private static final String REQUIRED = "fuel.packaged.required";

    private PackagedBuild() {}

    /**
     * Requires that the build has packaged everything.
     *
     * @param missing one sentence for each missing part
     * @throws AssertionError if parts are missing and the profile whole runs the test
     * @throws org.opentest4j.TestAbortedException if parts are missing elsewhere, which skips the
     *     test
     */
    public static void require(List<String> missing) {
        require(missing, Boolean.getBoolean(REQUIRED));
    }

    static void require(List<String> missing, boolean required) {
        if (required) {
            assertThat(missing)
                    .as("parts that mvn -Pwhole verify packages before this test")
                    .isEmpty();
        }
        assumeTrue(missing.isEmpty(), () -> "run mvn verify; not packaged: " + missing);
    }
}
