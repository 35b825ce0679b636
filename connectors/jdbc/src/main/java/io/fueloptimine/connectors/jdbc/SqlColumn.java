package io.fueloptimine.connectors.jdbc;

import java.io.Serializable;
import org.apache.flink.util.function.SerializableFunction;

/**
 * A column of a table, with the function that reads its value from a record.
 *
 * @param name the name in snake_case, including the unit
 * @param type the type of the column
 * @param key whether the column belongs to the natural key
 * @param value reads the value from a record; may return null unless the column is part of the key
 */
record SqlColumn<T>(String name, SqlType type, boolean key, SerializableFunction<T, Object> value)
        implements Serializable {}
