package io.fueloptimine.models.dispatch.payload;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who operated one loading unit, and since when. Immutable.
 *
 * @param changes the changes of the operator, oldest first
 */
public record UnitOperators(List<Change> changes) implements Serializable {

    /**
     * A change of the operator.
     *
     * @param at from when on (UTC)
     * @param operatorId code of the operator
     */
    public record Change(Instant at, String operatorId) implements Serializable {}

    public UnitOperators {
        changes = List.copyOf(changes);
    }

    /** Nobody is known. */
    public static UnitOperators none() {
        return new UnitOperators(List.of());
    }

    /** The operator at a time; empty when none is known. */
    public String at(Instant time) {
        String found = "";
        for (Change change : changes) {
            if (!change.at().isAfter(time)) {
                found = change.operatorId();
            }
        }
        return found;
    }

    /** A copy with the operator of the unit at a time; this one if nothing changes. */
    public UnitOperators with(Instant time, String operatorId) {
        if (at(time).equals(operatorId)) {
            return this;
        }
        List<Change> next = new ArrayList<>(changes);
        next.add(new Change(time, operatorId));
        next.sort(Comparator.comparing(Change::at));
        return new UnitOperators(next);
    }

    /** A copy that has forgotten who operated the unit before a time. */
    public UnitOperators since(Instant time) {
        List<Change> kept =
                new ArrayList<>(
                        changes.stream().filter(change -> change.at().isAfter(time)).toList());
        if (!at(time).isEmpty()) {
            kept.add(0, new Change(time, at(time)));
        }
        return new UnitOperators(kept);
    }
}
