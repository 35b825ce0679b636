package io.fueloptimine.models.message;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * One field that a stream's messages may have.
 *
 * @param name its name in the message
 * @param index the index of its value among the schema's values; fields of the same quantity share
 *     one
 * @param type the type of its value
 * @param unit the unit that its value is converted from
 */
record MessageField(String name, int index, FieldType type, Unit unit) {

    /**
     * Parses the parser's current value, which must not be null, and converts it to the component's
     * unit.
     */
    Object read(JsonParser json) throws IOException, InvalidFieldException {
        Object value = type.read(json, name);
        if (unit == Unit.SAME) {
            return value;
        }
        double converted = unit.convert((Double) value);
        if (!Double.isFinite(converted)) {
            throw new InvalidFieldException(
                    name, json.getText(), "a number that is finite after conversion");
        }
        return converted;
    }
}
