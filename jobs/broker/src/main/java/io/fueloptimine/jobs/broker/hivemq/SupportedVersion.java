package io.fueloptimine.jobs.broker.hivemq;

import com.hivemq.HiveMQServer;
import java.util.Locale;
import java.util.Optional;

/** The only version of HiveMQ CE whose private fields and methods match the patches. */
final class SupportedVersion {

    static final String VERSION = "2025.5";

    private SupportedVersion() {}

    /** Returns the version of HiveMQ CE on the class path, from the manifest of its jar. */
    static String onClassPath() {
        String version = HiveMQServer.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }

    /** Returns a message if a version is not supported; empty for the supported version. */
    static Optional<String> faultOf(String version) {
        return version.equals(VERSION)
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "they are written for HiveMQ CE %s and this is version %s; use %s or"
                                        + " port them as jobs/broker/HIVEMQ.md describes",
                                VERSION,
                                version,
                                VERSION));
    }
}
