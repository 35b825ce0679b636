package io.fueloptimine.jobs.gateway.aemp;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The settings of pulling from one telematics server. The record contains the names of secret
 * files, but no secrets.
 *
 * @param first the address of the first page, http, https or file
 * @param machinesFile the file that says which machines of the server are which of the mine
 * @param credentialsFile the file with the credentials; empty for none
 * @param certificatesFile the file with certificates, PEM, that the server's is checked with
 *     instead of those that Java trusts; empty for those
 * @param stateFile the file that keeps the state between two snapshots
 * @param every the time from one poll to the next, 1 min to 1 day
 * @param longestGap the longest time between two values of a fuel counter over which its increase
 *     is spread evenly, 1 min to 1 day
 * @param acknowledgementLimit the maximum time to wait for the broker's acknowledgements of 500
 *     messages
 */
public record PullSettings(
        URI first,
        Path machinesFile,
        Optional<Path> credentialsFile,
        Optional<Path> certificatesFile,
        Path stateFile,
        Duration every,
        Duration longestGap,
        Duration acknowledgementLimit) {

    public static final int DEFAULT_EVERY_MIN = 15;
    public static final int DEFAULT_LONGEST_GAP_MIN = 120;

    private static final int MINUTES_PER_DAY = 1_440;

    /** All faults of the settings and of the files that they name; empty if there are none. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        addressFault().ifPresent(faults::add);
        checkMinutes("--aemp-poll-minutes", every, faults);
        checkMinutes("--aemp-longest-gap-minutes", longestGap, faults);
        try {
            PolledMachines.read(machinesFile);
        } catch (InvalidInputException e) {
            faults.add("--aemp-machines: " + e.getMessage());
        }
        try {
            if (credentialsFile.isPresent()) {
                ServerCredentials.read(credentialsFile.get());
            }
        } catch (IOException e) {
            faults.add("--aemp-credentials-file " + e.getMessage());
        }
        try {
            if (certificatesFile.isPresent()) {
                TrustedCertificates.context(certificatesFile.get());
            }
        } catch (IOException e) {
            faults.add("--aemp-certificates " + e.getMessage());
        }
        try {
            PullState.read(stateFile);
        } catch (InvalidInputException e) {
            faults.add("--aemp-state: " + e.getMessage());
        }
        return List.copyOf(faults);
    }

    boolean isFile() {
        return "file".equals(scheme(first));
    }

    private Optional<String> addressFault() {
        String scheme = scheme(first);
        String expected = "the address of the first page, http://, https:// or a file";
        if (first.getRawUserInfo() != null) {
            return Optional.of(
                    "--aemp contains a user or a password, expected them in"
                            + " --aemp-credentials-file");
        }
        boolean isServer = scheme.equals("http") || scheme.equals("https");
        if (!isFile() && (!isServer || first.getHost() == null)) {
            return Optional.of("--aemp is no address, expected " + expected);
        }
        if (scheme.equals("http") && credentialsFile.isPresent() && !isLoopback(first)) {
            return Optional.of(
                    "--aemp is an http address, expected https with --aemp-credentials-file");
        }
        return Optional.empty();
    }

    /** Whether an address is one of this machine, which no network can listen to. */
    static boolean isLoopback(URI address) {
        String host = String.valueOf(address.getHost());
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }

    private static String scheme(URI address) {
        return String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    }

    private static void checkMinutes(String option, Duration value, List<String> faults) {
        if (value.toMinutes() < 1 || value.toMinutes() > MINUTES_PER_DAY) {
            faults.add(option + " is " + value.toMinutes() + ", expected 1 to " + MINUTES_PER_DAY);
        }
    }
}
