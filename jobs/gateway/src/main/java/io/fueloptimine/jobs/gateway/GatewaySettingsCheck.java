package io.fueloptimine.jobs.gateway;

import io.fueloptimine.models.message.j1939.J1939Table;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.input.MineName;
import io.fueloptimine.models.mine.input.PrintableText;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the settings of a gateway and the files that they name, and collects all faults. */
final class GatewaySettingsCheck {

    private static final int LONGEST_ANSWER_S = 60;
    private static final int LARGEST_BODY_BYTES = 64 * 1_048_576;

    private final List<String> faults = new ArrayList<>();

    private GatewaySettingsCheck() {}

    /**
     * Returns all faults, each beginning with the name of the option to change; empty if there are
     * no faults.
     */
    static List<String> faultsIn(GatewaySettings settings) {
        GatewaySettingsCheck check = new GatewaySettingsCheck();
        check.checkSizes(settings);
        check.checkSites(settings.sites());
        check.checkExposure(settings);
        settings.tokenFile().ifPresent(file -> check.checkTokens(file, settings.sites()));
        check.checkStore(settings.keyStore(), settings.keyStorePasswordFile());
        settings.j1939Table().ifPresent(check::checkTable);
        return List.copyOf(check.faults);
    }

    private void checkSizes(GatewaySettings settings) {
        checkRange("--port", settings.port(), 0, 65_535);
        checkRange("--max-body-bytes", settings.maxBodyBytes(), 1_024, LARGEST_BODY_BYTES);
        checkRange("--max-requests", settings.maxRequests(), 1, 1_000);
        checkRange(
                "--acknowledgement-seconds",
                settings.acknowledgementLimit().toSeconds(),
                1,
                LONGEST_ANSWER_S);
    }

    private void checkSites(List<String> sites) {
        require(!sites.isEmpty(), "--site is missing, expected a site whose machines may send");
        for (String site : sites) {
            MineName.violation(site)
                    .ifPresent(
                            expected ->
                                    faults.add(
                                            "--site is '"
                                                    + PrintableText.of(site)
                                                    + "', expected "
                                                    + expected));
        }
    }

    /** Checks that tokens and TLS are configured if the network can reach the address. */
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
        boolean secured = settings.tokenFile().isPresent() && settings.keyStore().isPresent();
        require(
                loopback || secured,
                "--bind is "
                        + settings.bindAddress()
                        + ", which the network can reach: expected --token-file and --key-store"
                        + " with it, or 127.0.0.1");
    }

    private void checkTokens(Path file, List<String> sites) {
        try {
            TokenFile.read(file, sites);
        } catch (IOException e) {
            faults.add("--token-file " + e.getMessage());
        }
    }

    private void checkTable(Path file) {
        try {
            J1939Table.read(file);
        } catch (InvalidInputException e) {
            faults.add("--j1939-table: " + e.getMessage());
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

    private void require(boolean condition, String fault) {
        if (!condition) {
            faults.add(fault);
        }
    }
}
