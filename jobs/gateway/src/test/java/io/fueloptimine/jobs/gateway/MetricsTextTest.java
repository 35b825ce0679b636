package io.fueloptimine.jobs.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MetricsTextTest {

    private static final String SAMPLE =
            "[a-zA-Z_:][a-zA-Z0-9_:]*(\\{[a-zA-Z_][a-zA-Z0-9_]*=\"([^\"\\\\\\n]|\\\\[\\\\\"n])*\"\\})?"
                    + " (-?[0-9.]+([eE][-+]?[0-9]+)?|NaN|[+-]Inf)";

    @Test
    void theGatewayServesTheFormatOfPrometheus() throws IOException {
        ScriptedPublisher broker = new ScriptedPublisher();
        try (Gateway gateway = Gateway.start(TestSettings.standard(), broker)) {
            HttpSender sender = new HttpSender(gateway.port());
            sender.postLines("{}\n{}\n");
            sender.post("");

            HttpResponse<String> answer = sender.get("/metrics");

            assertThat(answer.headers().firstValue("Content-Type"))
                    .contains("text/plain; version=0.0.4; charset=utf-8");
            assertThat(answer.body())
                    .endsWith("\n")
                    .contains(
                            "# TYPE fuel_gateway_requests_total counter\n",
                            "fuel_gateway_requests_total 3\n",
                            "fuel_gateway_accepted_messages_total 2\n",
                            "fuel_gateway_rejected_requests_total{reason=\"badRequest\"} 1\n",
                            "# TYPE fuel_gateway_broker_connected gauge\n",
                            "fuel_gateway_broker_connected 1\n");
            requireFormat(answer.body());
        }
    }

    @Test
    void escapesHelpAndLabels() {
        String text =
                new MetricsText()
                        .add("m", "gauge", "a\\b\nc", "l", Map.of("x\"y\\z\nw", 1L))
                        .add("n", "gauge", "n", 0.5)
                        .toString();

        assertThat(text)
                .isEqualTo(
                        "# HELP m a\\\\b\\nc\n# TYPE m gauge\nm{l=\"x\\\"y\\\\z\\nw\"} 1\n"
                                + "# HELP n n\n# TYPE n gauge\nn 0.5\n");
        requireFormat(text);
    }

    /** Each metric has HELP, then TYPE, then its samples, and stands once. */
    private static void requireFormat(String text) {
        Set<String> names = new HashSet<>();
        String name = "";
        for (String line : text.lines().toList()) {
            if (line.startsWith("# HELP ")) {
                name = line.split(" ")[2];
                assertThat(names.add(name)).as(line).isTrue();
            } else if (line.startsWith("# TYPE ")) {
                assertThat(line).matches("# TYPE " + name + " (counter|gauge)");
            } else {
                assertThat(line).matches(SAMPLE).startsWith(name);
            }
        }
    }
}
