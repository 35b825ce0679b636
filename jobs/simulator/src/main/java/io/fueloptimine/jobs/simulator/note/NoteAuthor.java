package io.fueloptimine.jobs.simulator.note;

import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.jobs.simulator.site.MachinePublisher;
import java.util.Optional;

/** A truck whose operator writes notes. */
public interface NoteAuthor {

    String id();

    String operatorId();

    /** The last location that the truck reached. */
    String placeId();

    /** Whether the truck is on a road. */
    boolean travelling();

    /** The segment that the truck is on; empty when it is at a location. */
    Optional<String> currentSegmentId();

    /** Whether oil pressure and coolant temperature show a coming breakdown. */
    boolean failing(long nowMs);

    /** The random numbers of a note at that time. */
    SeededRandom noteRandom(long nowMs);

    MachinePublisher publisher();
}
