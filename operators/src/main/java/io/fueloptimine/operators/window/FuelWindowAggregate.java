package io.fueloptimine.operators.window;

import io.fueloptimine.models.fuel.FuelWindowAccumulator;
import io.fueloptimine.models.mine.reading.Reading;
import org.apache.flink.api.common.functions.AggregateFunction;

/** Aggregates a window's readings with {@link FuelWindowAccumulator}. */
final class FuelWindowAggregate
        implements AggregateFunction<Reading, FuelWindowAccumulator, FuelWindowAccumulator> {

    private static final long serialVersionUID = 1L;

    @Override
    public FuelWindowAccumulator createAccumulator() {
        return new FuelWindowAccumulator();
    }

    @Override
    public FuelWindowAccumulator add(Reading reading, FuelWindowAccumulator accumulator) {
        accumulator.add(reading);
        return accumulator;
    }

    @Override
    public FuelWindowAccumulator getResult(FuelWindowAccumulator accumulator) {
        return accumulator;
    }

    @Override
    public FuelWindowAccumulator merge(FuelWindowAccumulator a, FuelWindowAccumulator b) {
        a.merge(b);
        return a;
    }
}
