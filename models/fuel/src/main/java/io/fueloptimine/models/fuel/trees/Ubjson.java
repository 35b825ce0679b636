package io.fueloptimine.models.fuel.trees;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads the subset of Universal Binary JSON (ubjson.org, draft 12) that XGBoost writes: objects,
 * plain, counted and typed arrays, strings, numbers, booleans, null. Numbers keep their exact bits.
 *
 * <p>Every length is checked against the number of remaining bytes before memory is allocated, so
 * that the memory is bounded by the size of the file.
 */
final class Ubjson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MOST_LEVELS = 64;
    private static final String INTEGERS = "iUIlL";

    private final ByteBuffer bytes;

    private Ubjson(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /** Whether the bytes begin like a UBJSON object; JSON does not begin like this. */
    static boolean mayBe(byte[] bytes) {
        return bytes.length > 1 && bytes[0] == '{' && INTEGERS.indexOf(bytes[1]) >= 0;
    }

    /** The single value in the bytes. */
    static JsonNode read(byte[] bytes) throws ModelFileFault {
        Ubjson ubjson = new Ubjson(bytes);
        JsonNode value = ubjson.value(ubjson.marker(), 0);
        ubjson.require(ubjson.bytes.remaining() == 0, "more follows after the end");
        return value;
    }

    private JsonNode value(char marker, int level) throws ModelFileFault {
        require(level < MOST_LEVELS, "nested deeper than " + MOST_LEVELS + " levels");
        return switch (marker) {
            case '{' -> object(level);
            case '[' -> array(level);
            case 'S' -> NODES.textNode(text());
            case 'T' -> NODES.booleanNode(true);
            case 'F' -> NODES.booleanNode(false);
            case 'Z' -> NODES.nullNode();
            default -> number(marker);
        };
    }

    private ObjectNode object(int level) throws ModelFileFault {
        ObjectNode object = NODES.objectNode();
        while (!skip('}')) {
            String key = text();
            object.set(key, value(marker(), level + 1));
        }
        return object;
    }

    private ArrayNode array(int level) throws ModelFileFault {
        if (skip('$')) {
            return typedArray(marker());
        }
        if (skip('#')) {
            return countedArray(level);
        }
        ArrayNode array = NODES.arrayNode();
        while (!skip(']')) {
            array.add(value(marker(), level + 1));
        }
        return array;
    }

    private ArrayNode countedArray(int level) throws ModelFileFault {
        int count = count(1);
        ArrayNode array = NODES.arrayNode();
        for (int i = 0; i < count; i++) {
            array.add(value(marker(), level + 1));
        }
        return array;
    }

    private ArrayNode typedArray(char type) throws ModelFileFault {
        int size = sizeOf(type);
        require(skip('#'), "a typed array without a count");
        int count = count(size);
        ArrayNode array = NODES.arrayNode(count);
        for (int i = 0; i < count; i++) {
            array.add(number(type));
        }
        return array;
    }

    private String text() throws ModelFileFault {
        byte[] text = new byte[count(1)];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** The number of elements that follow; fails when the remaining bytes cannot contain them. */
    private int count(int bytesEach) throws ModelFileFault {
        char marker = marker();
        require(INTEGERS.indexOf(marker) >= 0, "marker '" + marker + "', expected a length");
        long count = number(marker).longValue();
        require(
                count >= 0 && count <= bytes.remaining() / bytesEach,
                count + " elements announced, " + bytes.remaining() + " bytes left");
        return (int) count;
    }

    private JsonNode number(char marker) throws ModelFileFault {
        int size = sizeOf(marker);
        require(bytes.remaining() >= size, "the file ends within a number");
        return switch (marker) {
            case 'i' -> NODES.numberNode((int) bytes.get());
            case 'U' -> NODES.numberNode(Byte.toUnsignedInt(bytes.get()));
            case 'I' -> NODES.numberNode((int) bytes.getShort());
            case 'l' -> NODES.numberNode(bytes.getInt());
            case 'L' -> NODES.numberNode(bytes.getLong());
            case 'd' -> NODES.numberNode(bytes.getFloat());
            default -> NODES.numberNode(bytes.getDouble());
        };
    }

    private int sizeOf(char marker) throws ModelFileFault {
        return switch (marker) {
            case 'i', 'U' -> Byte.BYTES;
            case 'I' -> Short.BYTES;
            case 'l', 'd' -> Integer.BYTES;
            case 'L', 'D' -> Long.BYTES;
            default -> throw fault("marker '" + marker + "' is not known");
        };
    }

    private char marker() throws ModelFileFault {
        require(bytes.hasRemaining(), "the file ends before its last value");
        return (char) Byte.toUnsignedInt(bytes.get());
    }

    private boolean skip(char marker) {
        boolean there = bytes.hasRemaining() && bytes.get(bytes.position()) == marker;
        if (there) {
            bytes.get();
        }
        return there;
    }

    private void require(boolean holds, String what) throws ModelFileFault {
        if (!holds) {
            throw fault(what);
        }
    }

    private ModelFileFault fault(String what) {
        return new ModelFileFault("byte " + bytes.position() + ": " + what);
    }
}
