package io.fueloptimine.jobs.broker;

import io.fueloptimine.jobs.broker.BrokerTls.ClientCertificate;
import io.fueloptimine.jobs.broker.BrokerTls.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parses and formats the command-line options of the TLS listener. */
final class TlsArguments {

    static final String PORT = "--tls-port";
    private static final String BIND = "--tls-bind";
    private static final String KEYS = "--tls-key-store";
    private static final String CLIENT_CERTIFICATE = "--tls-client-auth";
    private static final String TRUST = "--tls-trust-store";
    private static final String PASSWORD = "-password-file";

    static final Set<String> NAMES =
            Set.of(PORT, BIND, KEYS, KEYS + PASSWORD, CLIENT_CERTIFICATE, TRUST, TRUST + PASSWORD);

    private final Map<String, String> values;
    private final List<String> faults;

    TlsArguments(Map<String, String> values, List<String> faults) {
        this.values = values;
        this.faults = faults;
    }

    /** Returns the listener if {@code --tls-port} is given; adds faults to the list of faults. */
    Optional<BrokerTls> listener(long port, String plainBindAddress) {
        if (!values.containsKey(PORT)) {
            values.keySet().stream()
                    .filter(NAMES::contains)
                    .sorted()
                    .forEach(name -> faults.add(name + " is given without " + PORT));
            return Optional.empty();
        }
        int faultsBefore = faults.size();
        Optional<Store> keys = store(KEYS);
        Optional<Store> trust = values.containsKey(TRUST) ? store(TRUST) : Optional.empty();
        ClientCertificate certificate = clientCertificate();
        if (certificate != ClientCertificate.NONE && !values.containsKey(TRUST)) {
            faults.add(CLIENT_CERTIFICATE + " " + certificate.option() + " needs " + TRUST);
        }
        if (faults.size() > faultsBefore) {
            return Optional.empty();
        }
        String bind = values.getOrDefault(BIND, plainBindAddress);
        return keys.map(store -> new BrokerTls(bind, (int) port, store, certificate, trust));
    }

    /** Formats the options of a listener. */
    static List<String> of(BrokerTls tls) {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of(PORT, Integer.toString(tls.port()), BIND, tls.bindAddress()));
        arguments.addAll(of(KEYS, tls.keys()));
        arguments.addAll(List.of(CLIENT_CERTIFICATE, tls.clientCertificate().option()));
        tls.trust().ifPresent(store -> arguments.addAll(of(TRUST, store)));
        return arguments;
    }

    private static List<String> of(String name, Store store) {
        return List.of(
                name,
                store.file().toAbsolutePath().toString(),
                name + PASSWORD,
                store.passwordFile().toAbsolutePath().toString());
    }

    private Optional<Store> store(String name) {
        Optional<Path> file = file(name);
        Optional<Path> passwordFile = file(name + PASSWORD);
        return file.flatMap(store -> passwordFile.map(secret -> new Store(store, secret)));
    }

    private Optional<Path> file(String name) {
        String given = values.get(name);
        if (given == null) {
            faults.add(name + " <file> is missing");
            return Optional.empty();
        }
        Path file = Path.of(given).toAbsolutePath();
        if (!Files.isReadable(file)) {
            faults.add(name + " is " + given + ", expected a readable file");
            return Optional.empty();
        }
        return Optional.of(file);
    }

    private ClientCertificate clientCertificate() {
        String given = values.getOrDefault(CLIENT_CERTIFICATE, ClientCertificate.NONE.option());
        Optional<ClientCertificate> known =
                Arrays.stream(ClientCertificate.values())
                        .filter(mode -> mode.option().equals(given))
                        .findFirst();
        if (known.isEmpty()) {
            faults.add(
                    CLIENT_CERTIFICATE + " is " + given + ", expected none, optional or required");
        }
        return known.orElse(ClientCertificate.NONE);
    }
}
