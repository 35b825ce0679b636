package io.fueloptimine.jobs.gateway.aemp;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The credentials for a telematics server, from a file with lines {@code name = value}. Neither
 * messages nor {@link #toString} contain a value of the file.
 */
final class ServerCredentials {

    private static final Set<Set<String>> FORMS =
            Set.of(
                    Set.of("token"),
                    Set.of("user", "password"),
                    Set.of("header", "value"),
                    Set.of("tokenUrl", "clientId", "clientSecret"),
                    Set.of("tokenUrl", "clientId", "clientSecret", "scope"));
    private static final String EXPECTED =
            "lines name = value with token; user and password; header and value; or tokenUrl,"
                    + " clientId, clientSecret and perhaps scope";

    private final Map<String, String> values;

    private ServerCredentials(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Where and with what an access token is asked for (OAuth 2.0, client credentials).
     *
     * @param form the fields of the request, with the secret
     */
    record TokenRequest(URI address, Map<String, String> form) {
        @Override
        public String toString() {
            return "TokenRequest";
        }
    }

    /** One header of a request. */
    record Header(String name, String value) {
        @Override
        public String toString() {
            return "Header " + name;
        }
    }

    /**
     * Reads the file.
     *
     * @throws IOException if the file cannot be read or has other fields; the message begins with
     *     its name
     */
    static ServerCredentials read(Path file) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            String name = equals < 0 ? "" : line.substring(0, equals).strip();
            String value = line.substring(equals + 1).strip();
            boolean known = FORMS.stream().anyMatch(form -> form.contains(name));
            boolean usable = value.chars().allMatch(c -> c >= ' ' && c <= '~') && !value.isEmpty();
            if (!known || !usable || values.put(name, value) != null) {
                // The line itself could be a secret.
                throw new IOException(
                        "'"
                                + file
                                + "' line "
                                + number
                                + " is not understood, expected "
                                + EXPECTED);
            }
        }
        ServerCredentials credentials = new ServerCredentials(values);
        boolean secureTokens =
                credentials
                        .tokenRequest()
                        .map(TokenRequest::address)
                        .map(a -> "https".equals(a.getScheme()) || PullSettings.isLoopback(a))
                        .orElse(!values.containsKey("tokenUrl"));
        if (!FORMS.contains(values.keySet()) || !secureTokens) {
            throw new IOException(
                    "'"
                            + file
                            + "' has other fields, expected "
                            + EXPECTED
                            + "; tokenUrl is an https address");
        }
        return credentials;
    }

    /** The header that needs no access token; empty when one is needed. */
    Optional<Header> header() {
        if (values.containsKey("token")) {
            return Optional.of(bearer(values.get("token")));
        }
        if (values.containsKey("header")) {
            return Optional.of(new Header(values.get("header"), values.get("value")));
        }
        if (values.containsKey("user")) {
            byte[] pair =
                    (values.get("user") + ":" + values.get("password"))
                            .getBytes(StandardCharsets.UTF_8);
            return Optional.of(
                    new Header(
                            "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair)));
        }
        return Optional.empty();
    }

    /** The request for an access token; empty when none is needed. */
    Optional<TokenRequest> tokenRequest() {
        if (!values.containsKey("tokenUrl")) {
            return Optional.empty();
        }
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", values.getOrDefault("clientId", ""));
        form.put("client_secret", values.getOrDefault("clientSecret", ""));
        Optional.ofNullable(values.get("scope")).ifPresent(scope -> form.put("scope", scope));
        try {
            URI address = new URI(values.get("tokenUrl"));
            return address.getHost() == null
                    ? Optional.empty()
                    : Optional.of(new TokenRequest(address, form));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    static Header bearer(String token) {
        return new Header("Authorization", "Bearer " + token);
    }

    private static Iterable<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IOException("'" + file + "' cannot be read, expected a text file");
        }
    }
}
