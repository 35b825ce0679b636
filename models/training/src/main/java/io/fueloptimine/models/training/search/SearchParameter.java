package io.fueloptimine.models.training.search;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a search may choose: a name and the values it may have. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RealParameter.class, name = "real"),
    @JsonSubTypes.Type(value = IntegerParameter.class, name = "integer"),
    @JsonSubTypes.Type(value = CategoricalParameter.class, name = "categorical")
})
public sealed interface SearchParameter
        permits RealParameter, IntegerParameter, CategoricalParameter {

    /** Not blank, and unique in its space. */
    String name();

    /**
     * A value as a number: a number is itself, a choice its place among the choices, from 0.
     *
     * @throws IllegalArgumentException when the parameter has no such value
     */
    double coordinate(Object value);

    /** The value that has a coordinate. */
    Object value(double coordinate);
}
