package io.fueloptimine.models.message;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * One field that a stream's messages may have.
 *
 * @param name how the message spells it
 * @param index the place of its value among the schema's values; fields of one quantity share it
 * @param type what its value must be
 * @param unit what its value is converted from
 */
record MessageField(String name, int index, FieldType type, Unit unit) {

    /** The parser's current value, which is not null, in the component's unit. */
    Object read(JsonParser json) throws IOException, FieldFault {
        Object value = type.read(json, name);
        if (unit == Unit.SAME) {
            return value;
        }
        double converted = unit.convert((Double) value);
        if (!Double.isFinite(converted)) {
            throw new FieldFault(name, json.getText(), "a number that stays finite when converted");
        }
        return converted;
    }
}
