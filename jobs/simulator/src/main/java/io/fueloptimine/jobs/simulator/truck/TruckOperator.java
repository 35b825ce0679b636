package io.fueloptimine.jobs.simulator.truck;

import io.fueloptimine.jobs.simulator.note.NoteAuthor;
import io.fueloptimine.jobs.simulator.random.Purpose;
import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.jobs.simulator.site.MachinePublisher;
import java.util.Optional;

/** The operator of a truck as the author of its notes. */
final class TruckOperator implements NoteAuthor {

    private final HaulTruck truck;

    TruckOperator(HaulTruck truck) {
        this.truck = truck;
    }

    @Override
    public String id() {
        return truck.id();
    }

    @Override
    public String operatorId() {
        return truck.schedule().operatorId();
    }

    @Override
    public String placeId() {
        return truck.placeId();
    }

    @Override
    public boolean travelling() {
        return truck.phase().travelling();
    }

    @Override
    public Optional<String> currentSegmentId() {
        return truck.currentJourney().map(journey -> journey.leg().segment().id());
    }

    @Override
    public boolean failing(long nowMs) {
        return truck.schedule().failing(nowMs);
    }

    @Override
    public SeededRandom noteRandom(long nowMs) {
        return truck.random().ofTime(Purpose.NOTE, nowMs);
    }

    @Override
    public MachinePublisher publisher() {
        return truck.publisher();
    }
}
