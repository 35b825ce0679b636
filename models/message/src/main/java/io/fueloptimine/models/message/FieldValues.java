package io.fueloptimine.models.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.fueloptimine.models.mine.reading.ReadingStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Checks single values by the rules of the decoder. This class is for sources that deliver values
 * one by one: an invalid value can be removed before the decoder rejects the whole message that
 * contains it.
 */
public final class FieldValues {

    /** The longest field name that the decoder accepts, bytes in UTF-8. */
    public static final int MAX_NAME_BYTES = MessageBody.MAX_NAME_LENGTH;

    private static final JsonFactory JSON = new JsonFactory();
    private static final Map<ReadingStream, Map<String, String>> QUANTITIES = quantities();

    private FieldValues() {}

    /** Whether the schema of the stream has the field; the decoder keeps unknown fields as sent. */
    public static boolean isKnown(ReadingStream stream, String field) {
        return QUANTITIES.get(stream).containsKey(field);
    }

    /**
     * The quantity that a field gives, named by its field in the standard unit, such as {@code
     * fuelRateLph} for {@code fuelRateGph}. The quantity of an unknown field is its own name. A
     * message must not have two fields of one quantity.
     */
    public static String quantityOf(ReadingStream stream, String field) {
        return QUANTITIES.get(stream).getOrDefault(field, field);
    }

    /** Whether the values of the field are whole numbers. */
    public static boolean isWholeNumber(ReadingStream stream, String field) {
        MessageField known = StreamSchemas.of(stream).field(field);
        return known != null && known.type() == FieldType.INTEGER;
    }

    /**
     * Describes the valid values of a field if the given value is invalid. Empty if the value is
     * valid or the field is unknown.
     *
     * @param json a number, a boolean or a text as JSON
     */
    public static Optional<String> expected(ReadingStream stream, String field, String json) {
        MessageField known = StreamSchemas.of(stream).field(field);
        if (known == null) {
            return Optional.empty();
        }
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            Object value = known.read(parser);
            if (field.equals(RecordSchema.SEQUENCE)) {
                MessageBody.checkedSequence((Long) value);
            }
            return Optional.empty();
        } catch (InvalidFieldException fault) {
            return Optional.of(fault.expected());
        } catch (IOException e) {
            return Optional.of("a JSON value");
        }
    }

    private static Map<ReadingStream, Map<String, String>> quantities() {
        Map<ReadingStream, Map<String, String>> byStream = new EnumMap<>(ReadingStream.class);
        for (ReadingStream stream : ReadingStream.values()) {
            Map<Integer, String> names = new HashMap<>();
            Map<String, String> quantities = new HashMap<>();
            for (MessageField field : StreamSchemas.of(stream).fields().values()) {
                // A schema has the field in its own unit first.
                names.putIfAbsent(field.index(), field.name());
                quantities.put(field.name(), names.get(field.index()));
            }
            byStream.put(stream, quantities);
        }
        return byStream;
    }
}
