package io.fueloptimine.jobs.gateway;

import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.input.MineName;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The machine and the stream of a request, from its path {@code /v1/{site}/{kind}/{id}/{stream}}.
 * Each part of the path is percent-encoded UTF-8 (RFC 3986), because names may contain all
 * characters that MQTT allows. Names must follow the rule of {@link MineName}.
 *
 * @param raw whether the messages have raw values that the gateway decodes
 */
record MachineAddress(
        String site, EquipmentKind kind, String machineId, ReadingStream stream, boolean raw) {

    /** The stream whose messages have raw values of SAE J1939; they become telemetry messages. */
    private static final String RAW = "j1939";

    private static final String PATH = "/v1/{site}/{kind}/{id}/{stream}";
    private static final int PARTS = 6;
    private static final int LAST_ASCII = 0x7F;

    /** The MQTT topic of the machine's stream. */
    String topic() {
        return Topics.mqtt(site, kind, machineId, stream);
    }

    /**
     * Parses a path.
     *
     * @param sites the sites that the gateway accepts
     * @throws RejectedRequestException if a part is invalid; the exception names the part
     */
    static MachineAddress parse(String path, List<String> sites) throws RejectedRequestException {
        String[] parts = path.split("/", -1);
        if (parts.length != PARTS) {
            throw unknown("path", path, PATH);
        }
        String site = decoded("site", parts[2]);
        if (!sites.contains(site)) {
            throw unknown("site", site, "a site of this gateway");
        }
        EquipmentKind kind =
                EquipmentKind.fromTopicName(parts[3])
                        .orElseThrow(() -> unknown("kind", parts[3], kinds()));
        String id = decoded("id", parts[4]);
        Optional<String> violation = MineName.violation(id);
        if (violation.isPresent()) {
            throw badRequest("id", id, violation.get());
        }
        if (parts[5].equals(RAW)) {
            return new MachineAddress(site, kind, id, ReadingStream.TELEMETRY, true);
        }
        ReadingStream stream =
                ReadingStream.fromTopicName(parts[5])
                        .orElseThrow(() -> unknown("stream", parts[5], streams()));
        return new MachineAddress(site, kind, id, stream, false);
    }

    private static String decoded(String field, String part) throws RejectedRequestException {
        if (part.chars().anyMatch(c -> c > LAST_ASCII)) {
            // The server reads unencoded bytes as Latin-1, which would be another name.
            throw badRequest(field, part, "percent-encoded UTF-8, such as %C3%B1 for n with tilde");
        }
        try {
            // A plus sign is itself in a path; only forms use it for a blank.
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw badRequest(field, part, "percent-encoded UTF-8");
        }
    }

    private static RejectedRequestException badRequest(
            String field, String value, String expected) {
        return RejectedRequestException.of(RejectionReason.BAD_REQUEST, field, value, expected);
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
                        .collect(Collectors.joining(", "))
                + ", "
                + RAW;
    }
}
