package io.fueloptimine.connectors.sparkplug.session;

import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.TRUCK;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.byAlias;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.number;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.withAlias;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.reading.RawMessage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** State of nodes and devices across repeats, restarts and its time-to-live. */
class SessionStateTest {

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

    @Test
    void dropsAndReportsRepeatedMessages() throws Exception {
        RawMessage birth = edge.birth(TRUCK, number("speedKph", 0, 1));
        RawMessage one = edge.data(number("speedKph", 1, 1));
        RawMessage two = edge.data(number("speedKph", 2, 2));
        tracked.send(birth, one, two, birth, one, two, edge.data(number("speedKph", 3, 3)));

        assertThat(tracked.messages()).hasSize(4);
        assertThat(tracked.quality())
                .hasSize(3)
                .allMatch(record -> record.verdict() == QualityVerdict.DUPLICATE)
                .allMatch(record -> record.payload() == null);
        assertThat(tracked.commands()).isEmpty();
    }

    @Test
    void continuesASessionAfterARestart() throws Exception {
        tracked.send(
                edge.birth(),
                edge.deviceBirth(
                        "T01",
                        TRUCK,
                        withAlias(1, number("speedKph", 0, 1)),
                        withAlias(2, number("payloadT", 0, 9))));
        RawMessage before = edge.deviceData("T01", byAlias(1, number(null, 1, 2)));
        tracked.send(before);

        tracked.restart();
        tracked.send(before, edge.deviceData("T01", byAlias(1, number(null, 2, 3))));

        assertThat(tracked.messages()).hasSize(1);
        assertThat(tracked.json(0).path("payloadT").asDouble()).isEqualTo(9);
        assertThat(tracked.quality())
                .extracting(QualityRecord::verdict)
                .containsExactly(QualityVerdict.DUPLICATE);

        edge.skipNumbers(1);
        tracked.send(edge.deviceData("T01", byAlias(1, number(null, 3, 4))));
        assertThat(tracked.commands()).hasSize(1);
    }

    @Test
    void expiresTheStateOfANodeAfterAMonthWithoutMessages() throws Exception {
        tracked.expireAfter(Duration.ZERO);
        tracked.send(edge.birth(TRUCK, number("speedKph", 0, 1)));
        tracked.expireAfter(Duration.ofDays(31));
        tracked.send(edge.data(number("speedKph", 1, 1)));

        assertThat(tracked.messages()).hasSize(1);
        assertThat(tracked.quality().get(0).observed()).isEqualTo("no birth of the node");
        assertThat(tracked.timers()).isZero();
    }

    /** The node itself sends only births; its device keeps sending. */
    @Test
    void keepsTheKindOfANodeWhileItsDevicesSend() throws Exception {
        tracked.expireAfter(Duration.ZERO);
        tracked.send(edge.birth(TRUCK), edge.deviceBirth("T01", number("speedKph", 0, 1)));
        for (int day = 10; day <= 60; day += 10) {
            tracked.expireAfter(Duration.ofDays(day));
            tracked.send(edge.deviceData("T01", number("speedKph", day, day)));
        }

        assertThat(tracked.quality()).isEmpty();
        assertThat(tracked.messages()).hasSize(7);
    }
}
