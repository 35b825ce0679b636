package io.fueloptimine.models.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {

    @Test
    void readsEveryKindOfMachineButNotWhatGoesOutToThem() {
        assertThat(Topics.mqttFilters("pit"))
                .containsExactly(
                        "pit/v1/haultruck/#",
                        "pit/v1/shovel/#",
                        "pit/v1/aux/#",
                        "pit/v1/fuelbay/#",
                        "pit/replay/#");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pit/v1/haultruck/T1/telemetry", "pit/v2/x", "pit//x/", "pit", "/x", ""})
    void aReplayHasABranchOfItsOwnAndItsTopicIsRestored(String topic) {
        assertThat(Topics.replayed(Topics.replay(topic))).contains(topic);
        assertThat(Topics.replayed(topic)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pit/v1/haultruck/replay/telemetry",
                "pit/replays/v1/haultruck/T1/telemetry",
                "replay/v1/haultruck/T1/telemetry",
                "pit/v1/replay/T1/telemetry",
                "spBv1.0/replay/NDATA/EDGE-1",
                "spBv1.0/replay"
            })
    void aMachineOfThatNameIsNoReplay(String topic) {
        assertThat(Topics.replayed(topic)).isEmpty();
    }

    @Test
    void onlyBaysRefuelAndOnlyTrucksAnswer() {
        assertThat(EquipmentKind.values())
                .filteredOn(ReadingStream.REFUEL::isSentBy)
                .containsExactly(EquipmentKind.FUELBAY);
        assertThat(EquipmentKind.values())
                .filteredOn(ReadingStream.REPLY::isSentBy)
                .containsExactly(EquipmentKind.HAULTRUCK);
        assertThat(EquipmentKind.values()).allMatch(ReadingStream.TELEMETRY::isSentBy);
    }

    @Test
    void givesEachTruckATopicOfItsOwn() {
        assertThat(Topics.assignment("pit", "T1")).isEqualTo("pit/v1/dispatch/T1/assignment");
        assertThat(Topics.assignments("pit")).isEqualTo("pit/v1/dispatch/+/assignment");
    }
}
