package io.fueloptimine.connectors.sparkplug.session;

import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.TRUCK;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.number;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.sparkplug.payload.SparkplugMetric;
import io.fueloptimine.models.mine.reading.RawMessage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small message after a large birth: each of its times results in a reading. */
class AmplificationTest {

    private static final int TIMES = 4_900;

    private final ScriptedEdgeNode edge = new ScriptedEdgeNode("edge");
    private TrackedEdgeNodes tracked;

    @BeforeEach
    void open() throws Exception {
        tracked = new TrackedEdgeNodes();
    }

    @AfterEach
    void close() throws Exception {
        tracked.close();
    }

    /** The first two births have about 1 MB, the others as many metrics as possible. */
    @ParameterizedTest
    @CsvSource({"125, 8000", "950, 1000", "4900, 100", "4900, 1"})
    void oneMessageEmitsAFewMegabytesAtMost(int metrics, int length) throws Exception {
        tracked.send(birth(metrics, length));
        long atBirth = emittedBytes();
        RawMessage small = edge.data(times());
        assertThat(small.payload().length).isLessThan(200_000);
        tracked.send(small);

        assertThat(atBirth).isLessThanOrEqualTo(65_536);
        assertThat(emittedBytes()).isLessThan(6 << 20);
        assertThat(tracked.messages()).allMatch(message -> message.payload().length <= 65_536);
        assertThat(tracked.messages().size() + notSent()).isEqualTo(1 + TIMES);
    }

    /** The message is reported with its bytes once, whatever the number of its faults. */
    @Test
    void faultsOfAMessageAreOneRecord() throws Exception {
        SparkplugMetric[] faulty = times();
        for (int i = 0; i < faulty.length; i++) {
            faulty[i] = text("speedKph", i, "x");
        }
        tracked.send(edge.birth(TRUCK, number("speedKph", 0, 1)), edge.data(faulty));

        assertThat(tracked.quality()).hasSize(1);
        assertThat(tracked.quality().get(0).payload().length).isLessThanOrEqualTo(65_536);
        assertThat(tracked.quality().get(0).observed().length()).isLessThan(10_000);
    }

    private int notSent() {
        return tracked.quality().stream()
                .filter(record -> record.expected().contains("bytes of readings"))
                .mapToInt(record -> 1 + others(record.observed()))
                .sum();
    }

    private static int others(String observed) {
        return Integer.parseInt(observed.replaceFirst("(?s).*\\(and (\\d+) more.*", "$1"));
    }

    private RawMessage birth(int count, int length) {
        List<SparkplugMetric> metrics = new ArrayList<>(List.of(TRUCK, number("speedKph", 0, 1)));
        for (int number = 0; number < count; number++) {
            metrics.add(text("m" + number, 0, "t".repeat(length)));
        }
        return edge.birth(metrics.toArray(SparkplugMetric[]::new));
    }

    private static SparkplugMetric[] times() {
        SparkplugMetric[] metrics = new SparkplugMetric[TIMES];
        for (int second = 0; second < TIMES; second++) {
            metrics[second] = number("speedKph", 1 + second, second);
        }
        return metrics;
    }

    private long emittedBytes() {
        return tracked.messages().stream().mapToLong(message -> message.payload().length).sum();
    }
}
