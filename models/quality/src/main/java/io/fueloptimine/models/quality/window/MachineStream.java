package io.fueloptimine.models.quality.window;

import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;

/**
 * One stream of one machine, with the key {@code site/kind/machine/stream}. Names contain no slash,
 * so the key is unique.
 */
public record MachineStream(
        String site, EquipmentKind kind, String machineId, ReadingStream stream) {

    public static String keyOf(Reading reading) {
        return reading.site()
                + "/"
                + reading.kind().topicName()
                + "/"
                + reading.machineId()
                + "/"
                + reading.stream().topicName();
    }

    public static MachineStream of(String key) {
        String[] parts = key.split("/");
        return new MachineStream(
                parts[0],
                EquipmentKind.fromTopicName(parts[1]).orElseThrow(),
                parts[2],
                ReadingStream.fromTopicName(parts[3]).orElseThrow());
    }

    public String topic() {
        return Topics.mqtt(site, kind, machineId, stream);
    }
}
