package io.fueloptimine.connectors.sparkplug.session;

import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.START;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.TRUCK;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.byAlias;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.keptBack;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.none;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.number;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.text;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.whole;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.withAlias;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.sparkplug.payload.PayloadReader;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugDatatype;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugMetric;
import io.fueloptimine.connectors.sparkplug.payload.WireValue;
import io.fueloptimine.models.mine.OutgoingMessage;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.reading.RawMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrackEdgeNodesTest {

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
    void completesChangesWithKnownValuesAsPlainJson() throws Exception {
        tracked.send(
                edge.birth(),
                edge.deviceBirth(
                        "T01",
                        TRUCK,
                        withAlias(1, number("telemetry/fuelRateLph", 0, 50)),
                        withAlias(2, number("speedKph", 0, 0))),
                edge.deviceData("T01", byAlias(2, number(null, 5, 21.5))));

        assertThat(tracked.messages())
                .extracting(RawMessage::topic)
                .containsOnly("pit/v1/haultruck/T01/telemetry");
        assertThat(tracked.json(0).toString())
                .isEqualTo(
                        "{\"time\":\"2026-01-05T08:00:00Z\",\"fuelRateLph\":50.0,\"speedKph\":0.0}");
        assertThat(tracked.json(1).toString())
                .isEqualTo(
                        "{\"time\":\"2026-01-05T08:00:05Z\",\"fuelRateLph\":50.0,\"speedKph\":21.5}");
        assertThat(tracked.messages().get(1).receivedAt()).isEqualTo(START);
        assertThat(tracked.quality()).isEmpty();
        assertThat(tracked.commands()).isEmpty();
        assertThat(tracked.timers()).isZero();
    }

    @Test
    void emitsOneReadingPerTimeOfAMessage() throws Exception {
        tracked.send(
                edge.birth(TRUCK, number("speedKph", 0, 1), number("payloadT", 0, 10)),
                edge.data(
                        number("speedKph", 3, 3),
                        number("payloadT", 2, 12),
                        number("speedKph", 2, 2)));

        assertThat(tracked.messages()).hasSize(3);
        assertThat(tracked.json(1).path("time").asText()).isEqualTo("2026-01-05T08:00:02Z");
        assertThat(tracked.json(1).path("speedKph").asDouble()).isEqualTo(2);
        assertThat(tracked.json(1).path("payloadT").asDouble()).isEqualTo(12);
        assertThat(tracked.json(2).path("speedKph").asDouble()).isEqualTo(3);
        assertThat(tracked.json(2).path("payloadT").asDouble()).isEqualTo(12);
        assertThat(tracked.messages().get(0).topic()).isEqualTo("pit/v1/haultruck/edge/telemetry");
    }

    @Test
    void doesNotCompleteEventsWithOtherValues() throws Exception {
        tracked.send(
                edge.birth(
                        TRUCK,
                        number("speedKph", 0, 1),
                        none("state/state", 0),
                        none("state/locationId", 0),
                        whole("telemetry/sequence", 0, 7)),
                edge.data(text("state/state", 4, "Hauling"), text("state/locationId", 4, "FACE-1")),
                edge.data(text("state/state", 9, "Dumping")),
                edge.data(number("speedKph", 9, 2)));

        assertThat(tracked.messages())
                .extracting(RawMessage::topic)
                .containsExactly(
                        "pit/v1/haultruck/edge/telemetry",
                        "pit/v1/haultruck/edge/state",
                        "pit/v1/haultruck/edge/state",
                        "pit/v1/haultruck/edge/telemetry");
        assertThat(tracked.json(1).path("locationId").asText()).isEqualTo("FACE-1");
        assertThat(tracked.json(2).has("locationId")).isFalse();
        assertThat(tracked.json(0).path("sequence").asLong()).isEqualTo(7);
        assertThat(tracked.json(3).has("sequence")).as("a number is of one message").isFalse();
    }

    @Test
    void treatsNullAsUnavailable() throws Exception {
        tracked.send(
                edge.birth(TRUCK, number("speedKph", 0, 1), number("payloadT", 0, 10)),
                edge.data(none("speedKph", 2)));

        assertThat(tracked.json(1).has("speedKph")).isFalse();
        assertThat(tracked.json(1).path("payloadT").asDouble()).isEqualTo(10);
    }

    @Test
    void requestsARebirthForAnUnknownAliasAndKeepsTheOtherMetrics() throws Exception {
        tracked.send(
                edge.birth(TRUCK, withAlias(1, number("speedKph", 0, 1))),
                edge.data(byAlias(1, number(null, 2, 2)), byAlias(9, number(null, 2, 3))));

        assertThat(tracked.messages()).hasSize(2);
        QualityRecord rejection = tracked.quality().get(0);
        assertThat(rejection.verdict()).isEqualTo(QualityVerdict.REJECTED);
        assertThat(rejection.rule()).isEqualTo("sparkplug");
        assertThat(rejection.field()).isEqualTo("alias");
        assertThat(rejection.observed()).isEqualTo("9");
        assertThat(rejection.payload()).isNotEmpty();
        assertThat(rejection.machineId()).isEqualTo("edge");
        OutgoingMessage command = tracked.commands().get(0);
        assertThat(command.topic()).isEqualTo("spBv1.0/pit/NCMD/edge");
        assertThat(command.retained()).isFalse();
        SparkplugMetric asked =
                PayloadReader.read(command.payload()).metric("Node Control/Rebirth");
        assertThat(asked.value()).isEqualTo(WireValue.ofBoolean(true));
        assertThat(asked.datatype()).isEqualTo(SparkplugDatatype.BOOLEAN.code());
    }

    @Test
    void reportsAGapKeepsLaterValuesAndLimitsRebirthRequests() throws Exception {
        tracked.send(edge.birth(TRUCK, number("speedKph", 0, 1)));
        edge.skipNumbers(3);
        tracked.send(edge.data(number("speedKph", 5, 5)));
        edge.skipNumbers(1);
        tracked.send(edge.data(number("speedKph", 6, 6)));

        assertThat(tracked.messages()).hasSize(3);
        assertThat(tracked.quality())
                .extracting(QualityRecord::verdict)
                .containsOnly(QualityVerdict.FLAGGED);
        assertThat(tracked.quality().get(0).rule()).isEqualTo("sparkplug-sequence-gap");
        assertThat(tracked.quality().get(0).observed()).isEqualTo("4, 3 missing");
        assertThat(tracked.quality().get(0).expected()).isEqualTo("1");
        assertThat(tracked.commands()).hasSize(1);

        tracked.setClock(TrackedEdgeNodes.REBIRTH_INTERVAL);
        edge.skipNumbers(1);
        tracked.send(edge.data(number("speedKph", 7, 7)));

        assertThat(tracked.commands()).hasSize(2);
    }

    @Test
    void reportsNoGapWhenTheNumberWrapsOrAfterABirth() throws Exception {
        tracked.send(edge.birth(TRUCK, number("speedKph", 0, 1)));
        for (int second = 1; second < 600; second++) {
            tracked.send(edge.data(number("speedKph", second, second)));
        }
        tracked.send(edge.rebirth(TRUCK, number("speedKph", 600, 1)));
        tracked.send(edge.data(number("speedKph", 601, 2)));

        assertThat(tracked.messages()).hasSize(602);
        assertThat(tracked.quality()).isEmpty();
    }

    @Test
    void ignoresTheWillOfAnEarlierConnection() throws Exception {
        tracked.send(
                edge.birth(TRUCK, number("speedKph", 0, 1)),
                edge.birth(TRUCK, number("speedKph", 1, 1)),
                edge.deathOf(0),
                edge.data(number("speedKph", 2, 2)));

        assertThat(tracked.messages()).hasSize(3);
        assertThat(tracked.quality()).isEmpty();
    }

    @Test
    void rejectsDataOfADeadNodeAndItsDevicesUntilTheirBirth() throws Exception {
        tracked.send(
                edge.birth(),
                edge.deviceBirth("T01", TRUCK, number("speedKph", 0, 1), number("payloadT", 0, 9)),
                edge.death(),
                edge.deviceData("T01", number("speedKph", 1, 2)));
        assertThat(tracked.messages()).hasSize(1);
        assertThat(tracked.quality()).hasSize(1);

        tracked.send(
                edge.birth(),
                edge.deviceBirth("T01", TRUCK, number("speedKph", 60, 3), none("payloadT", 60)));

        assertThat(tracked.json(1).path("speedKph").asDouble()).isEqualTo(3);
        assertThat(tracked.json(1).has("payloadT")).as("stale").isFalse();
    }

    @Test
    void rejectsDataOfADeadDeviceUntilItsBirth() throws Exception {
        tracked.send(
                edge.birth(),
                edge.deviceBirth("T01", TRUCK, number("speedKph", 0, 1)),
                edge.deviceDeath("T01"),
                edge.deviceData("T01", number("speedKph", 1, 2)));

        assertThat(tracked.messages()).hasSize(1);
        assertThat(tracked.quality().get(0).observed()).isEqualTo("no birth of the device");
    }

    @Test
    void completesHistoricalReadingsWithValuesOfTheirOwnTime() throws Exception {
        tracked.send(
                edge.birth(TRUCK, number("speedKph", 0, 10), number("payloadT", 0, 300)),
                edge.death(),
                edge.birth(TRUCK, number("speedKph", 60, 20), number("payloadT", 60, 0)),
                edge.data(number("speedKph", 65, 21)),
                edge.data(
                        keptBack(number("speedKph", 30, 12)), keptBack(number("speedKph", 20, 11))),
                edge.data(keptBack(number("payloadT", 40, 290))),
                edge.data(number("payloadT", 70, 5)));

        assertThat(tracked.messages()).hasSize(7);
        assertSnapshot(3, "2026-01-05T08:00:20Z", 11, 300);
        assertSnapshot(4, "2026-01-05T08:00:30Z", 12, 300);
        assertSnapshot(5, "2026-01-05T08:00:40Z", 12, 290);
        assertSnapshot(6, "2026-01-05T08:01:10Z", 21, 5);
    }

    @Test
    void emitsAnEventOfABirthOnlyIfItDiffersFromTheLast() throws Exception {
        tracked.send(
                edge.birth(TRUCK, text("note/text", 0, "first")),
                edge.rebirth(TRUCK, text("note/text", 9, "first")),
                edge.rebirth(TRUCK, text("note/text", 12, "second")));

        assertThat(tracked.messages()).hasSize(2);
        assertThat(tracked.json(1).path("text").asText()).isEqualTo("second");
    }

    @Test
    void usesTheKindOfTheNodeForItsDevices() throws Exception {
        tracked.send(
                edge.birth(text("Properties/Equipment Kind", 0, "shovel")),
                edge.deviceBirth("S01", number("speedKph", 0, 1)));

        assertThat(tracked.messages().get(0).topic()).isEqualTo("pit/v1/shovel/S01/telemetry");
    }

    private void assertSnapshot(int index, String time, double speedKph, double payloadT)
            throws Exception {
        assertThat(tracked.json(index).path("time").asText()).isEqualTo(time);
        assertThat(tracked.json(index).path("speedKph").asDouble()).isEqualTo(speedKph);
        assertThat(tracked.json(index).path("payloadT").asDouble()).isEqualTo(payloadT);
    }
}
