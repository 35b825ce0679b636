package io.fueloptimine.jobs.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parses the broker's command line and reports all faults in one exception. */
final class BrokerArguments {

    private static final String UNTIL_STDIN_CLOSES = "--until-stdin-closes";
    private static final Set<String> WITH_VALUE =
            Set.of(
                    "--port",
                    "--data",
                    "--config",
                    "--bind",
                    "--inflight-window",
                    "--max-queued-messages",
                    "--users",
                    "--rights");

    private final Map<String, String> values = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private boolean untilStdinCloses;

    BrokerArguments(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            if (name.equals(UNTIL_STDIN_CLOSES)) {
                untilStdinCloses = true;
            } else if (!WITH_VALUE.contains(name) && !TlsArguments.NAMES.contains(name)) {
                faults.add(name + " is not an option");
            } else if (i + 1 == arguments.length) {
                faults.add(name + " needs a value");
            } else {
                values.put(name, arguments[++i]);
            }
        }
    }

    BrokerCommand command() {
        long port = number("--port", 1883, 0, 65_535);
        BrokerSettings defaults = BrokerSettings.DEFAULT;
        long window = number("--inflight-window", defaults.inflightWindow(), 1, 65_535);
        long queued =
                number("--max-queued-messages", defaults.maxQueuedMessages(), 1, Long.MAX_VALUE);
        String bind = values.getOrDefault("--bind", defaults.bindAddress());
        long tlsPort = number(TlsArguments.PORT, 0, 0, 65_535);
        Optional<BrokerTls> tls = new TlsArguments(values, faults).listener(tlsPort, bind);
        if (!values.containsKey("--data")) {
            faults.add("--data <folder> is missing");
        }
        Optional<BrokerAccess> access = access(tls.isPresent());
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        return new BrokerCommand(
                (int) port,
                Path.of(values.get("--data")).toAbsolutePath(),
                Optional.ofNullable(values.get("--config")).map(Path::of).map(Path::toAbsolutePath),
                new BrokerSettings(bind, (int) window, queued, defaults.heapMib(), tls, access),
                untilStdinCloses);
    }

    private Optional<BrokerAccess> access(boolean hasTls) {
        String users = values.get("--users");
        String rights = values.get("--rights");
        if (users == null && rights == null) {
            return Optional.empty();
        }
        if (users == null || !Files.isDirectory(Path.of(users))) {
            faults.add("--users is " + users + ", expected a folder");
        }
        if (rights == null || !Files.isReadable(Path.of(rights))) {
            faults.add("--rights is " + rights + ", expected a readable file");
        }
        if (!hasTls) {
            faults.add("--users needs " + TlsArguments.PORT);
        }
        return faults.isEmpty()
                ? Optional.of(
                        new BrokerAccess(
                                Path.of(users).toAbsolutePath(), Path.of(rights).toAbsolutePath()))
                : Optional.empty();
    }

    private long number(String name, long defaultValue, long lowest, long highest) {
        String text = values.get(name);
        if (text == null) {
            return defaultValue;
        }
        try {
            long number = Long.parseLong(text);
            if (text.matches("[0-9]+") && number >= lowest && number <= highest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below, like a number out of range
        }
        faults.add(name + " is " + text + ", expected " + lowest + " to " + highest);
        return defaultValue;
    }
}
