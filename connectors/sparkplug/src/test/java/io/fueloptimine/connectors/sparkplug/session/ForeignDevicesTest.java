package io.fueloptimine.connectors.sparkplug.session;

import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.TRUCK;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.EdgeNode;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSites;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The attack: an edge node sends readings of a device of another node. */
class ForeignDevicesTest {

    private static final EdgeNode EAST = new EdgeNode("EAST", List.of("T01"));
    private static final EdgeNode WEST = new EdgeNode("WEST", List.of("T02"));

    private final ScriptedEdgeNode west = new ScriptedEdgeNode("WEST");

    @Test
    void aNodeSpeaksForItsOwnDevicesOnly() throws Exception {
        try (TrackedEdgeNodes tracked = new TrackedEdgeNodes(mines(EAST, WEST))) {
            tracked.send(
                    west.birth(),
                    west.deviceBirth("T02", TRUCK, number("speedKph", 0, 1)),
                    west.deviceBirth("T01", TRUCK, number("speedKph", 0, 99)));

            assertThat(tracked.messages())
                    .extracting(RawMessage::topic)
                    .containsExactly("pit/v1/haultruck/T02/telemetry");
            assertThat(tracked.quality())
                    .singleElement()
                    .satisfies(ForeignDevicesTest::isForeignDevice);
        }
    }

    @Test
    void anUndeclaredNodeSpeaksForNobody() throws Exception {
        ScriptedEdgeNode rogue = new ScriptedEdgeNode("T01");
        try (TrackedEdgeNodes tracked = new TrackedEdgeNodes(mines(EAST, WEST))) {
            tracked.send(
                    rogue.birth(TRUCK, number("speedKph", 0, 99)),
                    rogue.deviceBirth("T02", TRUCK, number("speedKph", 0, 99)));

            assertThat(tracked.messages()).isEmpty();
            assertThat(tracked.commands()).isEmpty();
            assertThat(tracked.quality())
                    .hasSize(2)
                    .allMatch(record -> record.verdict() == QualityVerdict.REJECTED)
                    .extracting(QualityRecord::observed)
                    .containsOnly("node T01");
        }
    }

    @Test
    void aMessageOfAForeignDeviceDoesNotDisturbTheNode() throws Exception {
        try (TrackedEdgeNodes tracked = new TrackedEdgeNodes(mines(EAST, WEST))) {
            tracked.send(
                    west.birth(),
                    west.deviceBirth("T02", TRUCK, number("speedKph", 0, 1)),
                    west.deviceBirth("T01", TRUCK),
                    west.deviceData("T02", number("speedKph", 5, 2)));

            assertThat(tracked.messages()).hasSize(2);
            assertThat(tracked.quality())
                    .singleElement()
                    .satisfies(ForeignDevicesTest::isForeignDevice);
            assertThat(tracked.commands()).isEmpty();
        }
    }

    @Test
    void aSiteIsOpenUntilItDeclaresNodes() throws Exception {
        try (TrackedEdgeNodes tracked = new TrackedEdgeNodes(mines())) {
            tracked.send(west.birth(), west.deviceBirth("T01", TRUCK, number("speedKph", 0, 1)));

            assertThat(tracked.messages()).hasSize(1);
            assertThat(tracked.quality()).isEmpty();
        }
    }

    private static void isForeignDevice(QualityRecord record) {
        assertThat(record.verdict()).isEqualTo(QualityVerdict.REJECTED);
        assertThat(record.rule()).isEqualTo("sparkplug-undeclared");
        assertThat(record.observed()).isEqualTo("device T01 of node WEST");
        assertThat(record.expected())
                .isEqualTo("a device that the mine file declares for this node");
        assertThat(record.payload()).isNotEmpty();
    }

    private static MineSites mines(EdgeNode... nodes) {
        return MineSites.of(
                new MineSite(
                        "pit",
                        DigPlan.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(nodes)));
    }
}
