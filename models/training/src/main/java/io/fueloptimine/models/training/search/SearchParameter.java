package io.fueloptimine.models.training.search;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One parameter of a search: a name and the range of its values. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RealParameter.class, name = "real"),
    @JsonSubTypes.Type(value = IntegerParameter.class, name = "integer")
})
public sealed interface SearchParameter permits RealParameter, IntegerParameter {

    /** The name of the parameter, not blank and unique in its search space. */
    String name();

    /** The range of the coordinates. */
    NumberRange range();

    /**
     * Converts a value to a coordinate.
     *
     * @throws IllegalArgumentException when the value has the wrong type or is out of range
     */
    double coordinate(Object value);

    /** Converts a coordinate to a value. */
    Object value(double coordinate);
}
