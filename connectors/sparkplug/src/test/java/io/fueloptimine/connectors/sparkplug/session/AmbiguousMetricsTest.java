package io.fueloptimine.connectors.sparkplug.session;

import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.TRUCK;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.byAlias;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.none;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.number;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.text;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.whole;
import static io.fueloptimine.connectors.sparkplug.session.ScriptedEdgeNode.withAlias;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.quality.QualityRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two values for one field: reported, and none of them is used. */
class AmbiguousMetricsTest {

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
    void aMetricTwiceAtOneTimeHasNoValueThen() throws Exception {
        tracked.send(
                edge.birth(TRUCK, number("speedKph", 0, 1), number("payloadT", 0, 9)),
                edge.data(
                        number("speedKph", 1, 10),
                        number("payloadT", 1, 8),
                        number("speedKph", 1, 20)),
                edge.data(number("speedKph", 2, 30)));

        assertFault("speedKph", "10.0 and 20.0 at 2026-01-05T08:00:01Z");
        assertThat(tracked.json(1).has("speedKph")).isFalse();
        assertThat(tracked.json(1).path("payloadT").asDouble()).isEqualTo(8);
        assertThat(tracked.json(2).path("speedKph").asDouble()).isEqualTo(30);
    }

    @Test
    void aMetricByItsNameAndByItsAliasIsOneMetric() throws Exception {
        tracked.send(
                edge.birth(TRUCK, withAlias(1, number("speedKph", 0, 1))),
                edge.data(number("speedKph", 1, 10), byAlias(1, number(null, 1, 20))));

        assertFault("speedKph", "10.0 and 20.0 at 2026-01-05T08:00:01Z");
        assertThat(tracked.json(1).has("speedKph")).isFalse();
    }

    @Test
    void aMetricMayHaveSeveralTimesInData() throws Exception {
        tracked.send(
                edge.birth(TRUCK, number("speedKph", 0, 1)),
                edge.data(number("speedKph", 1, 10), number("speedKph", 2, 20)));

        assertThat(tracked.messages()).hasSize(3);
        assertThat(tracked.quality()).isEmpty();
    }

    @Test
    void aMetricTwiceInABirthHasNoValueUntilData() throws Exception {
        tracked.send(
                edge.birth(
                        TRUCK,
                        number("speedKph", 0, 1),
                        number("payloadT", 0, 9),
                        number("speedKph", 1, 2)),
                edge.data(number("speedKph", 2, 30)));

        assertFault("speedKph", "the metric 2 times");
        assertThat(tracked.json(0).has("speedKph")).isFalse();
        assertThat(tracked.json(1).path("speedKph").asDouble()).isEqualTo(30);
        assertThat(tracked.commands()).isEmpty();
    }

    /** Both datatypes cannot apply to later values without one. */
    @Test
    void aMetricWithTwoDatatypesInABirthHasNone() throws Exception {
        tracked.send(
                edge.birth(
                        TRUCK,
                        withAlias(1, number("speedKph", 0, 1)),
                        withAlias(1, whole("speedKph", 0, 1))),
                edge.data(byAlias(1, number(null, 2, 30))));

        assertThat(tracked.quality())
                .extracting(QualityRecord::observed)
                .containsExactly("the metric 2 times", "no datatype");
        assertThat(tracked.commands()).isEmpty();
    }

    @Test
    void twoNamesOfOneFieldGiveItNoValue() throws Exception {
        tracked.send(
                edge.birth(
                        TRUCK,
                        number("speedKph", 0, 1),
                        number("telemetry/speedKph", 0, 2),
                        number("payloadT", 0, 9)));

        assertThat(tracked.json(0).has("speedKph")).isFalse();
        assertThat(tracked.json(0).path("payloadT").asDouble()).isEqualTo(9);
        assertThat(tracked.quality()).hasSize(1);
        assertThat(tracked.quality().get(0).observed())
                .contains(" in addition to ", "speedKph", "1 more metrics");
    }

    @Test
    void twoUnitsOfOneQuantityGiveItNoValue() throws Exception {
        tracked.send(
                edge.birth(TRUCK, number("fuelRateLph", 0, 250), number("speedKph", 0, 1)),
                edge.data(number("fuelRateGph", 1, 66)),
                edge.data(number("speedKph", 2, 2)),
                edge.data(none("fuelRateLph", 3)));

        assertFault("fuelRateGph", "66.0 in addition to fuelRateLph 250.0");
        assertThat(tracked.json(1).has("fuelRateLph")).isFalse();
        assertThat(tracked.json(1).has("fuelRateGph")).isFalse();
        assertThat(tracked.json(2).size()).as("time and speed").isEqualTo(2);
        assertThat(tracked.json(3).path("fuelRateGph").asDouble()).isEqualTo(66);
    }

    @Test
    void oneUnitIsUsedWhileTheOtherIsUnavailable() throws Exception {
        tracked.send(edge.birth(TRUCK, none("fuelRateLph", 0), number("fuelRateGph", 0, 66)));

        assertThat(tracked.json(0).path("fuelRateGph").asDouble()).isEqualTo(66);
        assertThat(tracked.quality()).isEmpty();
    }

    @Test
    void twoUnitsOfAnEventGiveItNoValue() throws Exception {
        tracked.send(
                edge.birth(TRUCK),
                edge.data(
                        text("state/state", 1, "Hauling"),
                        number("state/payloadT", 1, 220),
                        number("state/payloadKg", 1, 220_000)));

        assertThat(tracked.json(0).size()).as("time and state").isEqualTo(2);
        assertThat(tracked.quality().get(0).observed()).contains("in addition to");
    }

    @Test
    void anAliasOfTwoMetricsIsNotUsed() throws Exception {
        tracked.send(
                edge.birth(
                        TRUCK,
                        withAlias(5, number("speedKph", 0, 1)),
                        withAlias(5, number("payloadT", 0, 9)),
                        withAlias(6, number("fuelLevelPct", 0, 50))),
                edge.data(byAlias(5, number(null, 1, 77)), byAlias(6, number(null, 1, 49))));

        assertThat(tracked.quality())
                .extracting(QualityRecord::observed)
                .containsExactly("alias 5, which speedKph has too", "5");
        assertThat(tracked.json(0).path("speedKph").asDouble()).isEqualTo(1);
        assertThat(tracked.json(1).path("speedKph").asDouble()).isEqualTo(1);
        assertThat(tracked.json(1).path("payloadT").asDouble()).isEqualTo(9);
        assertThat(tracked.json(1).path("fuelLevelPct").asDouble()).isEqualTo(49);
        assertThat(tracked.commands()).isEmpty();
    }

    @Test
    void aNameWithTheAliasOfAnotherMetricIsNotUsed() throws Exception {
        tracked.send(
                edge.birth(
                        TRUCK,
                        withAlias(1, number("speedKph", 0, 1)),
                        withAlias(2, number("payloadT", 0, 9))),
                edge.data(withAlias(2, number("speedKph", 1, 10))));

        assertFault("speedKph", "the alias 2 of payloadT");
    }

    @Test
    void twoKindsOfEquipmentAreNoKind() throws Exception {
        tracked.send(
                edge.birth(),
                edge.deviceBirth(
                        "T01",
                        TRUCK,
                        text("Properties/Equipment Kind", 0, "shovel"),
                        number("speedKph", 0, 1)));

        assertThat(tracked.messages()).isEmpty();
        assertThat(tracked.quality().get(0).observed()).contains("haultruck and shovel");
    }

    private void assertFault(String name, String observed) {
        assertThat(tracked.quality()).hasSize(1);
        assertThat(tracked.quality().get(0).field()).isEqualTo(name);
        assertThat(tracked.quality().get(0).observed()).isEqualTo(observed);
    }
}
