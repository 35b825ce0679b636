package io.fueloptimine.jobs.evaluation.run;

import io.fueloptimine.models.mine.reading.Reading;
import java.util.Iterator;
import java.util.function.Consumer;

/** Readings that an observer sees before the job reads them. */
record Observed(Iterator<Reading> readings, Consumer<Reading> observer)
        implements Iterator<Reading> {

    @Override
    public boolean hasNext() {
        return readings.hasNext();
    }

    @Override
    public Reading next() {
        Reading next = readings.next();
        observer.accept(next);
        return next;
    }
}
