package io.fueloptimine.connectors.sparkplug.session;

import static io.fueloptimine.connectors.sparkplug.session.EdgeNode.TRUCK;
import static io.fueloptimine.connectors.sparkplug.session.EdgeNode.byAlias;
import static io.fueloptimine.connectors.sparkplug.session.EdgeNode.number;
import static io.fueloptimine.connectors.sparkplug.session.EdgeNode.withAlias;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.QualityVerdict;
import io.fueloptimine.models.mine.RawMessage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** State of nodes and devices across repeats, restarts and its time-to-live. */
class SessionStateTest {

    private final EdgeNode edge = new EdgeNode("edge");
    private TrackedEdgeNodes followed;

    @BeforeEach
    void open() throws Exception {
        followed = new TrackedEdgeNodes();
    }

    @AfterEach
    void close() throws Exception {
        followed.close();
    }

    @Test
    void dropsAndReportsRepeatedMessages() throws Exception {
        RawMessage birth = edge.birth(TRUCK, number("speedKph", 0, 1));
        RawMessage one = edge.data(number("speedKph", 1, 1));
        RawMessage two = edge.data(number("speedKph", 2, 2));
        followed.send(birth, one, two, birth, one, two, edge.data(number("speedKph", 3, 3)));

        assertThat(followed.messages()).hasSize(4);
        assertThat(followed.quality())
                .hasSize(3)
                .allMatch(record -> record.verdict() == QualityVerdict.DUPLICATE)
                .allMatch(record -> record.payload() == null);
        assertThat(followed.commands()).isEmpty();
    }

    @Test
    void continuesASessionAfterARestart() throws Exception {
        followed.send(
                edge.birth(),
                edge.deviceBirth(
                        "T01",
                        TRUCK,
                        withAlias(1, number("speedKph", 0, 1)),
                        withAlias(2, number("payloadT", 0, 9))));
        RawMessage before = edge.deviceData("T01", byAlias(1, number(null, 1, 2)));
        followed.send(before);

        followed.restart();
        followed.send(before, edge.deviceData("T01", byAlias(1, number(null, 2, 3))));

        assertThat(followed.messages()).hasSize(1);
        assertThat(followed.json(0).path("payloadT").asDouble()).isEqualTo(9);
        assertThat(followed.quality())
                .extracting(QualityRecord::verdict)
                .containsExactly(QualityVerdict.DUPLICATE);

        edge.skipNumbers(1);
        followed.send(edge.deviceData("T01", byAlias(1, number(null, 3, 4))));
        assertThat(followed.commands()).hasSize(1);
    }

    @Test
    void expiresTheStateOfANodeAfterAMonthWithoutMessages() throws Exception {
        followed.expireAfter(Duration.ZERO);
        followed.send(edge.birth(TRUCK, number("speedKph", 0, 1)));
        followed.expireAfter(Duration.ofDays(31));
        followed.send(edge.data(number("speedKph", 1, 1)));

        assertThat(followed.messages()).hasSize(1);
        assertThat(followed.quality().get(0).observed()).isEqualTo("no birth of the node");
        assertThat(followed.timers()).isZero();
    }

    /** The node itself sends only births; its device keeps sending. */
    @Test
    void keepsTheKindOfANodeWhileItsDevicesSend() throws Exception {
        followed.expireAfter(Duration.ZERO);
        followed.send(edge.birth(TRUCK), edge.deviceBirth("T01", number("speedKph", 0, 1)));
        for (int day = 10; day <= 60; day += 10) {
            followed.expireAfter(Duration.ofDays(day));
            followed.send(edge.deviceData("T01", number("speedKph", day, day)));
        }

        assertThat(followed.quality()).isEmpty();
        assertThat(followed.messages()).hasSize(7);
    }
}
