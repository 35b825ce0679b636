package io.fueloptimine.jobs.cabs;

import io.fueloptimine.models.mine.dispatch.AssignmentMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Assignments for tests. */
final class Assignments {

    private static final Instant ISSUED_AT = Instant.parse("2026-01-05T08:00:00Z");

    private Assignments() {}

    static AssignmentMessage of(String truckId, long number, Duration validity) {
        AssignmentMessage.Request request =
                new AssignmentMessage.Request(
                        "A" + number,
                        "Load",
                        "F1",
                        "S1",
                        List.of("R1", "R2"),
                        "PLAN",
                        1.5,
                        ISSUED_AT.plus(validity),
                        null);
        return new AssignmentMessage(
                "Open-Autonomy", 1, ISSUED_AT, "pit", truckId, List.of(request));
    }
}
