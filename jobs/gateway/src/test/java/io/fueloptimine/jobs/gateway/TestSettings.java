package io.fueloptimine.jobs.gateway;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of a gateway for the site "pit" on a free port. */
final class TestSettings {

    static final int MAX_BODY_BYTES = 200_000;

    private TestSettings() {}

    static GatewaySettings standard() {
        return of(Optional.empty(), 4, Duration.ofSeconds(2));
    }

    static GatewaySettings withTokens(Path tokens) {
        return of(Optional.of(tokens), 4, Duration.ofSeconds(2));
    }

    static GatewaySettings withTokens(Path tokens, int acknowledgementSeconds) {
        return of(Optional.of(tokens), 4, Duration.ofSeconds(acknowledgementSeconds));
    }

    /** Settings with a long acknowledgement limit. */
    static GatewaySettings patient(int maxRequests) {
        return of(Optional.empty(), maxRequests, Duration.ofSeconds(60));
    }

    private static GatewaySettings of(
            Optional<Path> tokens, int maxRequests, Duration acknowledgement) {
        return new GatewaySettings(
                "127.0.0.1",
                0,
                List.of("pit"),
                tokens,
                Optional.empty(),
                Optional.empty(),
                MAX_BODY_BYTES,
                maxRequests,
                acknowledgement);
    }
}
