package io.fueloptimine.models.message.j1939;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fueloptimine.models.message.MessageBody;
import io.fueloptimine.models.mine.input.PrintableText;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Turns messages with raw values into telemetry messages.
 *
 * <p>A message is a JSON object with {@code time}, and {@code frames} (a list of objects with
 * {@code pgn}, or {@code id}, the 29-bit identifier in hexadecimal, and {@code data} in
 * hexadecimal), {@code spn} (an object of raw numbers by SPN), or both. Other fields are kept. A
 * value that is not available, an error or reserved is left out, as telemetry messages do, and
 * named with its reason in {@code j1939Missing}.
 *
 * <p>No message is lost: one that cannot be decoded keeps its content and gets the reason in {@code
 * j1939Fault}; one that is no JSON object is returned as it is, and job ingest rejects it.
 * Thread-safe.
 */
public final class J1939Messages {

    /** The field with the reason why a message was not decoded. */
    public static final String FAULT = "j1939Fault";

    /** The field with the fields that have no value, and why. */
    public static final String MISSING = "j1939Missing";

    private static final String FRAMES = "frames";
    private static final String SPN = "spn";
    private static final int MAX_FRAMES = 1_000;
    private static final int MAX_SHOWN = 60;
    private static final int FIRST_BROADCAST_FORMAT = 240;
    private static final int IDENTIFIER_BITS = 29;

    private static final ObjectMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(16)
                                                    .maxStringLength(8_192)
                                                    .maxNameLength(128)
                                                    .maxNumberLength(64)
                                                    .build())
                                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                                    .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    // Other fields keep their exact numbers.
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private final J1939Table table;

    public J1939Messages(J1939Table table) {
        this.table = table;
    }

    /**
     * A decoded message.
     *
     * @param payload the telemetry message
     * @param decoded whether its raw values could be decoded
     */
    public record Decoded(byte[] payload, boolean decoded) {}

    /** Decodes one message; never throws. */
    public Decoded decode(byte[] message) {
        ObjectNode object;
        try {
            JsonNode node = message.length > MessageBody.MAX_BYTES ? null : JSON.readTree(message);
            if (!(node instanceof ObjectNode read)) {
                return new Decoded(message, false);
            }
            object = read;
        } catch (IOException e) {
            return new Decoded(message, false);
        }
        try {
            return new Decoded(JSON.writeValueAsBytes(telemetry(object)), true);
        } catch (RawValueException fault) {
            object.put(FAULT, fault.getMessage());
        } catch (IOException | RuntimeException e) {
            object.put(FAULT, "a message on which the decoder failed");
        }
        try {
            return new Decoded(JSON.writeValueAsBytes(object), false);
        } catch (IOException e) {
            return new Decoded(message, false);
        }
    }

    private ObjectNode telemetry(ObjectNode raw) throws RawValueException {
        if (!raw.has(FRAMES) && !raw.has(SPN)) {
            throw new RawValueException("message", "without frames and spn", "one of them");
        }
        ObjectNode telemetry = JSON.createObjectNode();
        ObjectNode missing = JSON.createObjectNode();
        Iterator<Map.Entry<String, JsonNode>> fields = raw.fields();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            if (!field.getKey().equals(FRAMES) && !field.getKey().equals(SPN)) {
                telemetry.set(field.getKey(), field.getValue());
            }
        }
        ObjectNode values = JSON.createObjectNode();
        readFrames(raw.path(FRAMES), values, missing);
        readNumbers(raw.path(SPN), values, missing);
        Iterator<String> names = values.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            if (telemetry.hasNonNull(name)) {
                throw new RawValueException(name, "given raw and decoded", "one of them");
            }
        }
        telemetry.setAll(values);
        if (!missing.isEmpty()) {
            telemetry.set(MISSING, missing);
        }
        return telemetry;
    }

    private void readFrames(JsonNode frames, ObjectNode values, ObjectNode missing)
            throws RawValueException {
        if (frames.isMissingNode()) {
            return;
        }
        if (!frames.isArray() || frames.size() > MAX_FRAMES) {
            throw new RawValueException(
                    FRAMES, frames.toString(), "a list of at most " + MAX_FRAMES + " frames");
        }
        for (JsonNode frame : frames) {
            byte[] data = data(frame.path("data"));
            for (J1939Parameter parameter : table.group(group(frame))) {
                Optional<Long> raw = parameter.rawIn(data);
                if (raw.isPresent()) {
                    put(parameter, raw.get(), values, missing);
                } else {
                    missing.put(parameter.field(), "SHORT_DATA");
                }
            }
        }
    }

    private void readNumbers(JsonNode numbers, ObjectNode values, ObjectNode missing)
            throws RawValueException {
        if (numbers.isMissingNode()) {
            return;
        }
        if (!numbers.isObject()) {
            throw new RawValueException(SPN, numbers.toString(), "an object of numbers by SPN");
        }
        Iterator<Map.Entry<String, JsonNode>> fields = numbers.fields();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            String name = field.getKey();
            if (!name.matches("[1-9]\\d{0,5}")) {
                throw new RawValueException(SPN, name, "SPNs as names");
            }
            Optional<J1939Parameter> parameter = table.parameter(Integer.parseInt(name));
            JsonNode raw = field.getValue();
            if (parameter.isPresent() && !raw.isNull()) {
                long most = (1L << parameter.get().bits()) - 1;
                if (!raw.isIntegralNumber()
                        || !raw.canConvertToLong()
                        || raw.longValue() < 0
                        || raw.longValue() > most) {
                    throw new RawValueException(
                            SPN + " " + name, raw.toString(), "a whole number from 0 to " + most);
                }
                put(parameter.get(), raw.longValue(), values, missing);
            }
        }
    }

    private static void put(
            J1939Parameter parameter, long raw, ObjectNode values, ObjectNode missing) {
        J1939Value value = parameter.valueOf(raw);
        if (value.state() == J1939Value.State.VALUE) {
            values.put(parameter.field(), value.value());
            missing.remove(parameter.field());
        } else {
            values.remove(parameter.field());
            missing.put(parameter.field(), value.state().name());
        }
    }

    private static int group(JsonNode frame) throws RawValueException {
        JsonNode pgn = frame.path("pgn");
        if (pgn.isInt() && pgn.intValue() >= 0) {
            return pgn.intValue();
        }
        String id = frame.path("id").asText().toLowerCase(Locale.ROOT);
        String digits = id.startsWith("0x") ? id.substring(2) : id;
        if (!digits.matches("[0-9a-f]{1,8}")) {
            throw new RawValueException(
                    "frame", frame.toString(), "pgn, or id in hexadecimal, and data");
        }
        // Bit 31 marks a 29-bit identifier in some logs.
        long identifier = Long.parseLong(digits, 16) & (1L << IDENTIFIER_BITS) - 1;
        int format = (int) (identifier >> 16 & 0xFF);
        int page = (int) (identifier >> 24 & 3) << 16;
        boolean broadcast = format >= FIRST_BROADCAST_FORMAT;
        return page | format << 8 | (broadcast ? (int) (identifier >> 8 & 0xFF) : 0);
    }

    private static byte[] data(JsonNode data) throws RawValueException {
        String digits = data.asText().replace(" ", "");
        if (!data.isTextual() || !digits.matches("([0-9A-Fa-f]{2})*")) {
            throw new RawValueException("data", data.toString(), "bytes in hexadecimal");
        }
        return HexFormat.of().parseHex(digits);
    }

    /** Thrown when a raw value cannot be read. */
    private static final class RawValueException extends Exception {

        private static final long serialVersionUID = 1L;

        private RawValueException(String field, String found, String expected) {
            super(field + " is " + shown(found) + ", expected " + expected, null, false, false);
        }

        private static String shown(String found) {
            String text = PrintableText.of(found);
            return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "...";
        }
    }
}
