package io.fueloptimine.connectors.jdbc;

import java.io.Serializable;
import org.apache.flink.util.function.SerializableFunction;

/**
 * A column of a table and how to read its value from a record.
 *
 * @param name in snake_case, units included
 * @param type its type
 * @param key whether it belongs to the natural key
 * @param value reads it from a record; may return null unless it is a key
 */
record SqlColumn<T>(String name, SqlType type, boolean key, SerializableFunction<T, Object> value)
        implements Serializable {}
