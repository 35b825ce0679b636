package io.fueloptimine.jobs.gateway;

import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.ReadingStream;
import io.fueloptimine.models.mine.Topics;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which stream of which machine a request is for: the path {@code /v1/{site}/{kind}/{id}/{stream}}.
 */
record MachineAddress(String site, EquipmentKind kind, String machineId, ReadingStream stream) {

    /** What a site or a machine may be called here, in words. */
    static final String LEVEL = "1 to 64 of the characters A-Z a-z 0-9 . _ -";

    private static final String PATH = "/v1/{site}/{kind}/{id}/{stream}";
    private static final int PARTS = 6;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    static boolean isLevel(String text) {
        return NAME.matcher(text).matches();
    }

    /** The MQTT topic on which the machine itself would publish. */
    String topic() {
        return Topics.mqtt(site, kind, machineId, stream);
    }

    /**
     * Reads a path.
     *
     * @throws Refusal naming the part that is not as it must be
     */
    static MachineAddress parse(String path, List<String> sites) throws Refusal {
        String[] parts = path.split("/", -1);
        if (parts.length != PARTS) {
            throw unknown("path", path, PATH);
        }
        if (!sites.contains(parts[2])) {
            throw unknown("site", parts[2], "a site of this gateway");
        }
        EquipmentKind kind =
                EquipmentKind.fromTopicName(parts[3])
                        .orElseThrow(() -> unknown("kind", parts[3], kinds()));
        if (!isLevel(parts[4])) {
            throw Refusal.of(Reason.BAD_REQUEST, "id", parts[4], LEVEL);
        }
        Optional<ReadingStream> stream = ReadingStream.fromTopicName(parts[5]);
        return new MachineAddress(
                parts[2],
                kind,
                parts[4],
                stream.orElseThrow(() -> unknown("stream", parts[5], streams())));
    }

    private static Refusal unknown(String field, String value, String expected) {
        return Refusal.of(Reason.NOT_FOUND, field, value, expected);
    }

    private static String kinds() {
        return Arrays.stream(EquipmentKind.values())
                .map(EquipmentKind::topicName)
                .collect(Collectors.joining(", "));
    }

    private static String streams() {
        return Arrays.stream(ReadingStream.values())
                .map(ReadingStream::topicName)
                .collect(Collectors.joining(", "));
    }
}
