package io.fueloptimine.models.message;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * One field that a stream's messages may have.
 *
 * @param name the name of the field in the message
 * @param index the index of the field's value among the schema's values; fields of the same
 *     quantity have the same index
 * @param type the type of the value
 * @param unit the unit of the value in the message
 */
record MessageField(String name, int index, FieldType type, Unit unit) {

    /**
     * Parses the parser's current value, which must not be JSON null, and converts the value to the
     * unit of the record component.
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
