package io.fueloptimine.models.alarm.flood;

import io.fueloptimine.models.alarm.AlarmSignal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The machines of a site on which one condition (type and cause) is present.
 *
 * @param since the time of the site's alarm (UTC); null while there is none
 * @param members the machines, by id
 */
public record Flood(Instant since, Map<String, FloodMember> members) {

    /** Nothing is present. */
    public static final Flood NONE = new Flood(null, Map.of());

    /** A flood after a step, and the signals that result from the step, in order. */
    public record Step(Flood flood, List<AlarmSignal> signals) {

        /** This step and the one that follows it. */
        Step and(Step next) {
            return new Step(
                    next.flood, Stream.concat(signals.stream(), next.signals.stream()).toList());
        }
    }

    /** Whether there is nothing to remember. */
    public boolean isEmpty() {
        return since == null && members.isEmpty();
    }

    /** Those that match, by the time at which their condition began. */
    List<FloodMember> members(Predicate<FloodMember> condition) {
        return members.values().stream()
                .filter(condition)
                .sorted(
                        Comparator.comparing((FloodMember member) -> member.signal().at())
                                .thenComparing(member -> member.signal().machineId()))
                .toList();
    }

    /** Until when members wait; null when none does. */
    public Instant nextHeldUntil() {
        return members(FloodMember::waits).stream()
                .map(FloodMember::heldUntil)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
