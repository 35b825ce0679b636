package io.fueloptimine.jobs.settings;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.util.EnvironmentInformation;

/**
 * What a streaming job needs from the Flink that runs it and from the machine: Flink 2.2, the
 * libraries in Flink's folder {@code lib}, and the native libraries with which Kafka decompresses
 * records. A job that starts without them would fail later, at a record that needs them.
 */
final class StartRequirements {

    private static final String FLINK = "2.2";

    private static final List<Requirement> ALL =
            List.of(
                    new Requirement(
                            "org.apache.flink.connector.base.source.reader.SourceReaderBase",
                            "add flink-connector-files-2.2.0.jar to Flink's folder lib"),
                    new Requirement(
                            "org.apache.flink.cep.CEP",
                            "add flink-cep-2.2.0.jar to Flink's folder lib"),
                    nativeLibrary("com.github.luben.zstd.Zstd"),
                    nativeLibrary("org.xerial.snappy.Snappy"));

    private StartRequirements() {}

    /**
     * A class that must load.
     *
     * @param className the class; a class with native code loads its library when it is initialized
     * @param remedy what to do if the class does not load
     */
    record Requirement(String className, String remedy) {}

    /**
     * Checks this process.
     *
     * @throws InvalidInputException if something is missing; the message names everything
     */
    static void require() {
        List<String> faults = faults(EnvironmentInformation.getVersion(), ALL);
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
    }

    /** One sentence for each requirement that is not met. */
    static List<String> faults(String flinkVersion, List<Requirement> requirements) {
        List<String> faults = new ArrayList<>();
        if (!flinkVersion.equals(FLINK) && !flinkVersion.startsWith(FLINK + ".")) {
            faults.add(
                    "Flink is version "
                            + flinkVersion
                            + ", expected "
                            + FLINK
                            + ": submit the job to a cluster of that version, with its client");
        }
        for (Requirement requirement : requirements) {
            try {
                Class.forName(requirement.className());
            } catch (ClassNotFoundException | LinkageError e) {
                faults.add(
                        requirement.className()
                                + " cannot be loaded ("
                                + reason(e)
                                + "): "
                                + requirement.remedy());
            }
        }
        return faults;
    }

    private static Requirement nativeLibrary(String className) {
        return new Requirement(
                className,
                "use Linux on x86-64 or 64-bit ARM, and a temporary folder that is writable and"
                        + " allows programs");
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause instanceof ClassNotFoundException
                ? "the class is missing"
                : String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
