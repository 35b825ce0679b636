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
 * The machine and the stream of a request, from its path {@code /v1/{site}/{kind}/{id}/{stream}}.
 */
record MachineAddress(String site, EquipmentKind kind, String machineId, ReadingStream stream) {

    /** Describes a valid name of a site or machine, for error messages. */
    static final String LEVEL = "1 to 64 of the characters A-Z a-z 0-9 . _ -";

    private static final String PATH = "/v1/{site}/{kind}/{id}/{stream}";
    private static final int PARTS = 6;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    static boolean isLevel(String text) {
        return NAME.matcher(text).matches();
    }

    /** The MQTT topic of the stream. */
    String topic() {
        return Topics.mqtt(site, kind, machineId, stream);
    }

    /**
     * Parses a path.
     *
     * @throws RejectedRequestException naming the invalid part
     */
    static MachineAddress parse(String path, List<String> sites) throws RejectedRequestException {
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
            throw RejectedRequestException.of(RejectionReason.BAD_REQUEST, "id", parts[4], LEVEL);
        }
        Optional<ReadingStream> stream = ReadingStream.fromTopicName(parts[5]);
        return new MachineAddress(
                parts[2],
                kind,
                parts[4],
                stream.orElseThrow(() -> unknown("stream", parts[5], streams())));
    }

    private static RejectedRequestException unknown(String field, String value, String expected) {
        return RejectedRequestException.of(RejectionReason.NOT_FOUND, field, value, expected);
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
