package io.fueloptimine.connectors.kafka;

import io.fueloptimine.models.mine.input.MineJson;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import org.apache.flink.util.function.SerializableFunction;

/** Reads the value of a Kafka record. Stateless and thread-safe. */
@FunctionalInterface
public interface ValueReader<T> extends Serializable {

    /**
     * Reads a value.
     *
     * @param value the bytes; null for a record without a value
     * @throws IOException if the value cannot be read
     * @throws RuntimeException if a constructor rejects a field
     */
    T read(byte[] value) throws IOException;

    /** Reads JSON of one type and makes another record of it. */
    static <R, T> ValueReader<T> ofJson(Class<R> type, SerializableFunction<R, T> then) {
        return bytes -> {
            if (bytes == null) {
                throw new IOException("empty value");
            }
            R value = MineJson.fromBytes(bytes, type);
            if (value == null) {
                throw new IOException("the value is null");
            }
            return then.apply(value);
        };
    }

    /** Reads any text, as {@link #textOf}. */
    static <T> ValueReader<T> ofText(SerializableFunction<String, T> then) {
        return bytes -> then.apply(textOf(bytes));
    }

    /**
     * The text of a value. Bytes that are not UTF-8 become replacement characters; a record without
     * a value becomes an empty text.
     */
    static String textOf(byte[] value) {
        return value == null ? "" : new String(value, StandardCharsets.UTF_8);
    }
}
