package io.fueloptimine.models.mine.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;

/** Rejects the texts NaN and Infinity, which Jackson otherwise accepts as doubles. */
final class FiniteDoubles extends StdScalarDeserializer<Double> {

    private static final long serialVersionUID = 1L;

    private FiniteDoubles(Class<Double> type) {
        super(type);
    }

    static SimpleModule module() {
        return new SimpleModule()
                .addDeserializer(double.class, new FiniteDoubles(double.class))
                .addDeserializer(Double.class, new FiniteDoubles(Double.class));
    }

    @Override
    public Double deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.currentToken().isNumeric() || !Double.isFinite(json.getDoubleValue())) {
            return (Double) context.handleUnexpectedToken(handledType(), json);
        }
        return json.getDoubleValue();
    }
}
