package io.fueloptimine.jobs.gateway;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds every fault in a gateway's settings, so that they can be mended in one go. Opens the files
 * that they name.
 */
final class GatewayFaults {

    private static final int MOST_BODY_BYTES = 64 * 1_048_576;

    private final List<String> faults = new ArrayList<>();

    private GatewayFaults() {}

    /** One line per fault, each beginning with the option that mends it; empty if there is none. */
    static List<String> in(GatewaySettings settings) {
        GatewayFaults found = new GatewayFaults();
        found.checkSizes(settings);
        found.checkSites(settings.sites());
        found.checkExposure(settings);
        settings.tokenFile().ifPresent(found::checkTokens);
        found.checkStore(settings.keyStore(), settings.keyStorePasswordFile());
        return List.copyOf(found.faults);
    }

    private void checkSizes(GatewaySettings settings) {
        checkRange("--port", settings.port(), 0, 65_535);
        checkRange("--max-body-bytes", settings.maxBodyBytes(), 1_024, MOST_BODY_BYTES);
        checkRange("--max-requests", settings.maxRequests(), 1, 1_000);
        checkRange(
                "--acknowledgement-seconds",
                settings.acknowledgementLimit().toSeconds(),
                1,
                ServerTimes.LONGEST_ANSWER_S);
    }

    private void checkSites(List<String> sites) {
        require(!sites.isEmpty(), "--site is missing, expected the site whose machines may send");
        for (String site : sites) {
            require(
                    MachineAddress.isLevel(site),
                    "--site is '" + site + "', expected " + MachineAddress.LEVEL);
        }
    }

    /** Readings steer trucks: nobody on the network may forge them or read along. */
    private void checkExposure(GatewaySettings settings) {
        boolean loopback;
        try {
            loopback = settings.address().isLoopbackAddress();
        } catch (UnknownHostException e) {
            faults.add(
                    "--bind is '"
                            + settings.bindAddress()
                            + "', expected an address of this machine");
            return;
        }
        boolean guarded = settings.tokenFile().isPresent() && settings.keyStore().isPresent();
        require(
                loopback || guarded,
                "--bind is "
                        + settings.bindAddress()
                        + ", which the network can reach: expected --token-file and --key-store"
                        + " with it, or 127.0.0.1");
    }

    private void checkTokens(Path file) {
        try {
            BearerTokens.read(file);
        } catch (IOException e) {
            faults.add("--token-file " + e.getMessage());
        }
    }

    private void checkStore(Optional<Path> store, Optional<Path> passwordFile) {
        require(
                passwordFile.isEmpty() || store.isPresent(),
                "--key-store-password-file is given without --key-store");
        if (store.isPresent()) {
            try {
                ServerTls.context(store.get(), passwordFile);
            } catch (IOException e) {
                faults.add("--key-store " + e.getMessage());
            }
        }
    }

    private void checkRange(String option, long value, long lowest, long highest) {
        require(
                value >= lowest && value <= highest,
                option + " is " + value + ", expected " + lowest + " to " + highest);
    }

    private void require(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
