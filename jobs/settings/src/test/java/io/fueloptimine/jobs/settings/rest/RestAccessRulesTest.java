package io.fueloptimine.jobs.settings.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.settings.JobStart;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.runtime.io.network.netty.InboundChannelHandlerFactory;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.DefaultHttpRequest;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpHeaderNames;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpMethod;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpRequest;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The attacks with a whole server are in RestAccessITCase of jobs/local. */
class RestAccessRulesTest {

    private static final String TRICK = "\u001b[2J\u202e";

    private final Configuration configuration = new Configuration();

    @Test
    void aClusterAcceptsJobsFromFlinksClientButNotFromAPage() {
        configuration.set(RestOptions.ADDRESS, "jm.mine.example");

        assertThat(status("POST", "/jobs", "jm.mine.example:8081", null)).isZero();
        assertThat(status("POST", "/jobs", "jm.mine.example:8081", "https://jm.mine.example:8081"))
                .isZero();
        assertThat(status("POST", "/jobs", "jm.mine.example:8081", "https://evil.example"))
                .isEqualTo(403);
        assertThat(status("POST", "/jobs", "evil.example:8081", null)).isEqualTo(403);
        assertThat(status("GET", "/jobs/0/yarn-cancel", "jm.mine.example:8081", null))
                .isEqualTo(403);
    }

    @Test
    void aReadOnlyServerAnswersGetAndHeadOnly() {
        RestAccess.limitToReadingOnThisMachine(configuration);

        assertThat(status("GET", "/jobs", "127.0.0.1:8081", null)).isZero();
        assertThat(status("HEAD", "/jobs", "127.0.0.1:8081", null)).isZero();
        assertThat(status("POST", "/jobs", "127.0.0.1:8081", null)).isEqualTo(405);
        assertThat(status("OPTIONS", "/jobs", "127.0.0.1:8081", null)).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fd00::7", "[FD00::7]"})
    void anIpv6AddressIsComparedAsInAHeader(String bindAddress) {
        configuration.set(RestOptions.BIND_ADDRESS, bindAddress);

        assertThat(status("GET", "/jobs", "[fd00::7]:8081", null)).isZero();
        assertThat(status("GET", "/jobs", "[fd00::8]:8081", null)).isEqualTo(403);
    }

    @Test
    void furtherHostsAreConfigured() {
        assertThat(status("GET", "/jobs", "proxy.example", null)).isEqualTo(403);

        configuration.set(RestAccess.HOSTS, List.of("Proxy.example", "second"));

        assertThat(status("GET", "/jobs", "proxy.example", "https://proxy.example")).isZero();
        assertThat(status("GET", "/jobs", "second:1", null)).isZero();
    }

    @Test
    void theReasonCannotActOnATerminal() {
        HttpRequest request = request("GET", "/jobs", TRICK, null);

        assertThat(RestAccessRules.of(configuration).refusalOf(request).orElseThrow().reason())
                .contains("header Host ?[2J? is refused, expected one of [127.0.0.1,")
                .contains("fueloptimine.rest.hosts");
    }

    @Test
    void aPathThatCannotBeDecodedIsRefused() {
        assertThat(status("GET", "/jobs/%zz", "localhost", null)).isEqualTo(400);
    }

    @Test
    void flinkFindsTheHandler() {
        assertThat(ServiceLoader.load(InboundChannelHandlerFactory.class))
                .hasAtLeastOneElementOfType(RestAccessHandlerFactory.class);
    }

    /** As with {@code java -cp}: Flink then runs in the process of the job. */
    @Test
    void aJobWithoutAClusterIsNotReachedFromTheNetwork() {
        ReadableConfig started = JobStart.environment(Duration.ofSeconds(1)).getConfiguration();

        assertThat(started.get(RestOptions.BIND_ADDRESS)).isEqualTo("127.0.0.1");
        assertThat(started.get(RestAccess.READ_ONLY)).isTrue();
        assertThat(started.get(JobManagerOptions.BIND_HOST)).isEqualTo("127.0.0.1");
    }

    private int status(String method, String target, String host, String origin) {
        return RestAccessRules.of(configuration)
                .refusalOf(request(method, target, host, origin))
                .map(RestRefusal::status)
                .orElse(0);
    }

    private static HttpRequest request(String method, String target, String host, String origin) {
        HttpRequest request =
                new DefaultHttpRequest(
                        HttpVersion.HTTP_1_1,
                        HttpMethod.valueOf(method),
                        target,
                        DefaultHttpHeadersFactory.headersFactory().withValidation(false));
        request.headers().set(HttpHeaderNames.HOST, host);
        if (origin != null) {
            request.headers().set(HttpHeaderNames.ORIGIN, origin);
        }
        return request;
    }
}
