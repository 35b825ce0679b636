package io.fueloptimine.models.dispatch.policy;

import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.road.RoadExcess;
import java.util.List;

/**
 * Dispatches the trucks of one mine. A policy gets the readings of the machines and what people
 * report, in the order of time, and nothing else. Equal inputs give equal assignments. Use an
 * instance on one thread.
 */
public interface DispatchPolicy {

    /** No assignments: the trucks serve their pairs by themselves. */
    DispatchPolicy NONE =
            new DispatchPolicy() {
                @Override
                public List<DispatchAssignment> accept(Reading reading) {
                    return List.of();
                }

                @Override
                public void accept(PlanTrigger trigger) {
                    // Without assignments nothing depends on roads or weather.
                }
            };

    /**
     * The assignments to send after a reading, in order. States and replies of trucks and states of
     * loading units are needed; other readings may be given or left out.
     */
    List<DispatchAssignment> accept(Reading reading);

    /**
     * Takes note of a road that is closed or open, of wet or dry roads, or of a dump that is down
     * or up. Breakdowns of trucks and loading units follow from the readings.
     */
    void accept(PlanTrigger trigger);

    /**
     * Takes note of the speeds at which trucks drove a road. A policy without prices ignores it.
     */
    default void accept(RoadExcess road) {}
}
