package io.fueloptimine.jobs.gateway;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Protects a gateway without tokens from web pages that are open in a browser on the same machine.
 * Such a gateway is reachable only on the loopback address. A page whose host name resolves to
 * 127.0.0.1 (DNS rebinding) sends its host name in the header Host, and every page sends its
 * address in the header Origin.
 */
final class HostCheck {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String EXPECTED = "localhost, 127.0.0.1 or [::1]";

    private final boolean enabled;
    private final Set<String> own;

    HostCheck(GatewaySettings settings) {
        this.enabled = settings.tokenFile().isEmpty();
        this.own = new HashSet<>(LOOPBACK);
        own.add(settings.bindAddress().toLowerCase(Locale.ROOT));
    }

    /**
     * Checks the headers Host and Origin.
     *
     * @throws RejectedRequestException when one of the headers names another host
     */
    void check(HttpHeaders headers) throws RejectedRequestException {
        if (!enabled) {
            return;
        }
        String host = headers.get(HttpHeaderNames.HOST);
        require(headers.getAll(HttpHeaderNames.HOST).size() == 1 && isOwn(host), "Host", host);
        String origin = headers.get(HttpHeaderNames.ORIGIN);
        int scheme = origin == null ? -1 : origin.indexOf("://");
        require(
                origin == null || scheme > 0 && isOwn(origin.substring(scheme + 3)),
                "Origin",
                origin);
    }

    private boolean isOwn(String host) {
        return own.contains(host.replaceFirst(":[0-9]{1,5}$", "").toLowerCase(Locale.ROOT));
    }

    private static void require(boolean valid, String header, String value)
            throws RejectedRequestException {
        if (!valid) {
            throw RejectedRequestException.of(
                    RejectionReason.FORBIDDEN, header, value == null ? "absent" : value, EXPECTED);
        }
    }
}
