package io.fueloptimine.jobs.cli.options;

import io.fueloptimine.jobs.gateway.aemp.PullSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of pulling snapshots by ISO 15143-3 (AEMP 2.0) from a telematics server. */
public final class AempOptions {

    @Option(
            names = "--aemp",
            paramLabel = "URL",
            description =
                    "Pulls snapshots by ISO 15143-3 (AEMP 2.0) as well: the address of the first"
                            + " page, such as https://server/Fleet/1, or a file; needs"
                            + " --aemp-machines.")
    private String address;

    @Option(
            names = "--aemp-machines",
            paramLabel = "FILE",
            description =
                    "Which machines of the server are which of the mine, YAML"
                            + " (jobs/gateway/README.md).")
    private Path machinesFile;

    @Option(
            names = "--aemp-credentials-file",
            paramLabel = "FILE",
            description =
                    "The server's credentials: token, user and password, header and value, or"
                            + " OAuth 2.0 client (jobs/gateway/README.md); read at each poll.")
    private Path credentialsFile;

    @Option(
            names = "--aemp-certificates",
            paramLabel = "FILE",
            description =
                    "PEM certificates that the server's certificate is checked with (default:"
                            + " those that Java trusts).")
    private Path certificatesFile;

    @Option(
            names = "--aemp-state",
            paramLabel = "FILE",
            description =
                    "Keeps what is known of each machine between two snapshots (default: a file in"
                            + " the gateway's data folder, by the address).")
    private Path stateFile;

    @Option(
            names = "--aemp-poll-minutes",
            paramLabel = "N",
            defaultValue = "" + PullSettings.DEFAULT_EVERY_MIN,
            description =
                    "Time from one poll to the next; servers limit how often they may be asked"
                            + " (default: ${DEFAULT-VALUE}).")
    private int everyMin;

    @Option(
            names = "--aemp-longest-gap-minutes",
            paramLabel = "N",
            defaultValue = "" + PullSettings.DEFAULT_LONGEST_GAP_MIN,
            description =
                    "Longest time between two values of a fuel counter over which its increase is"
                            + " spread evenly (default: ${DEFAULT-VALUE}).")
    private int longestGapMin;

    /** Whether snapshots are to be pulled. */
    public boolean isGiven() {
        return address != null;
    }

    /** The faults of options that are missing, or given in vain; empty if there are none. */
    public List<String> faults() {
        boolean anyOther =
                machinesFile != null
                        || credentialsFile != null
                        || certificatesFile != null
                        || stateFile != null;
        if (address == null) {
            return anyOther ? List.of("--aemp is missing, expected it with --aemp-...") : List.of();
        }
        if (machinesFile == null) {
            return List.of("--aemp-machines is missing, expected the file of machines");
        }
        return uri().isEmpty()
                ? List.of("--aemp is no address, expected http://, https:// or a file")
                : List.of();
    }

    /**
     * The settings; call this method only without faults.
     *
     * @param folder the folder of the state file, unless an option names one
     * @param acknowledgementLimit the maximum time to wait for the broker
     */
    public PullSettings settings(Path folder, Duration acknowledgementLimit) {
        URI first = uri().orElseThrow();
        return new PullSettings(
                first,
                machinesFile,
                Optional.ofNullable(credentialsFile),
                Optional.ofNullable(certificatesFile),
                stateFile == null ? folder.resolve(stateName(first)) : stateFile,
                Duration.ofMinutes(everyMin),
                Duration.ofMinutes(longestGapMin),
                acknowledgementLimit);
    }

    private Optional<URI> uri() {
        try {
            return Optional.of(
                    address.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")
                            ? new URI(address)
                            : Path.of(address).toAbsolutePath().toUri());
        } catch (URISyntaxException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** A name for each address, so that several gateways can run side by side. */
    private static String stateName(URI first) {
        String host = String.valueOf(first.getHost()).replaceAll("[^A-Za-z0-9.-]", "_");
        return String.format(Locale.ROOT, "aemp-%s-%08x.json", host, first.toString().hashCode());
    }
}
