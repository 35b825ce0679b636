package io.fueloptimine.jobs.settings.rest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpHeaderNames;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpMethod;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpRequest;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.QueryStringDecoder;

/**
 * The rules that decide which requests Flink's REST interface answers. Immutable, thread-safe.
 *
 * <ul>
 *   <li>A read-only interface answers GET and HEAD only.
 *   <li>The two GET requests of Flink that end a job are rejected, because an image in a web page
 *       can send GET requests.
 *   <li>The header Host must contain a known name of this server. This rule rejects a web page
 *       whose host name resolves to this machine (DNS rebinding), because such a page sends its own
 *       host name.
 *   <li>The header Origin, in which a browser sends the address of a web page, must contain the
 *       address of this server.
 * </ul>
 */
final class RestAccessRules {

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    /**
     * The parts of the paths of GET requests that end a job. Flink has these paths for YARN, whose
     * proxy forwards only GET requests.
     */
    private static final List<String> ENDING_A_JOB = List.of("yarn-cancel", "yarn-stop");

    private static final int MAX_SHOWN = 100;

    private final boolean readOnly;
    private final Set<String> hosts;

    private RestAccessRules(boolean readOnly, Set<String> hosts) {
        this.readOnly = readOnly;
        this.hosts = hosts;
    }

    /** Creates the rules of a REST server from its configuration. */
    static RestAccessRules of(Configuration configuration) {
        Set<String> hosts = new TreeSet<>(LOOPBACK);
        configuration.getOptional(RestOptions.ADDRESS).ifPresent(host -> add(hosts, host));
        configuration.getOptional(RestOptions.BIND_ADDRESS).ifPresent(host -> add(hosts, host));
        configuration.get(RestAccess.HOSTS).forEach(host -> add(hosts, host));
        return new RestAccessRules(configuration.get(RestAccess.READ_ONLY), hosts);
    }

    /** The reason for which a request is rejected; empty if the request is allowed. */
    Optional<RestRefusal> refusalOf(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return refusal(RestRefusal.BAD_REQUEST, "the request is not valid HTTP");
        }
        if (readOnly && !READING.contains(request.method())) {
            return refusal(
                    RestRefusal.METHOD_NOT_ALLOWED,
                    "method "
                            + shown(request.method().name())
                            + " is refused, expected GET or HEAD: Flink's REST interface is"
                            + " read-only here, because it requires no password");
        }
        String target = request.uri();
        if (!target.startsWith("/")) {
            return refusal(
                    RestRefusal.BAD_REQUEST,
                    "request target " + shown(target) + " is refused, expected a path");
        }
        return hostRefusal(request)
                .or(() -> originRefusal(request))
                .or(() -> endingRefusal(target));
    }

    private Optional<RestRefusal> hostRefusal(HttpRequest request) {
        List<String> given = request.headers().getAll(HttpHeaderNames.HOST);
        if (given.size() == 1 && hosts.contains(nameOf(given.get(0)))) {
            return Optional.empty();
        }
        return refusal(
                RestRefusal.FORBIDDEN,
                "header Host "
                        + shown(given)
                        + " is refused, expected one of "
                        + hosts
                        + "; see "
                        + RestAccess.HOSTS.key());
    }

    private static Optional<RestRefusal> originRefusal(HttpRequest request) {
        List<String> given = request.headers().getAll(HttpHeaderNames.ORIGIN);
        String host = request.headers().get(HttpHeaderNames.HOST);
        if (given.isEmpty() || given.size() == 1 && isSame(given.get(0), host)) {
            return Optional.empty();
        }
        return refusal(
                RestRefusal.FORBIDDEN,
                "header Origin "
                        + shown(given)
                        + " is refused, expected none or that of the host: web pages from"
                        + " elsewhere have no access to Flink");
    }

    private static Optional<RestRefusal> endingRefusal(String target) {
        String path;
        try {
            // As Flink decodes it.
            path = new QueryStringDecoder(target).path();
        } catch (IllegalArgumentException e) {
            return refusal(
                    RestRefusal.BAD_REQUEST,
                    "request target " + shown(target) + " is refused, expected a valid path");
        }
        if (ENDING_A_JOB.stream().noneMatch(path::contains)) {
            return Optional.empty();
        }
        return refusal(
                RestRefusal.FORBIDDEN,
                "path "
                        + shown(path)
                        + " is refused: it ends a job; expected flink stop or flink cancel");
    }

    /**
     * Whether an origin belongs to a host. The scheme may be http or https, because a proxy may use
     * another scheme than this server.
     */
    private static boolean isSame(String origin, String host) {
        return origin.equalsIgnoreCase("http://" + host)
                || origin.equalsIgnoreCase("https://" + host);
    }

    /**
     * The name in {@code name:port}. The port is ignored, because it may differ, for example when
     * the request comes through an SSH tunnel.
     */
    private static String nameOf(String host) {
        return host.replaceFirst(":[0-9]{1,5}$", "").toLowerCase(Locale.ROOT);
    }

    private static void add(Set<String> hosts, String configured) {
        String host = configured.toLowerCase(Locale.ROOT);
        // An IPv6 address stands in brackets in a header.
        hosts.add(host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host);
    }

    private static String shown(List<String> values) {
        return values.isEmpty() ? "(absent)" : shown(String.join(", ", values));
    }

    /** Without PrintableText: in Flink's folder lib, this package uses Flink alone. */
    private static String shown(String value) {
        String printable = value.replaceAll("[^ -~]", "?");
        return printable.length() <= MAX_SHOWN ? printable : printable.substring(0, MAX_SHOWN);
    }

    private static Optional<RestRefusal> refusal(int status, String reason) {
        return Optional.of(new RestRefusal(status, reason));
    }
}
