package io.fueloptimine.jobs.backtest.mine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Ids of places and units that topics and messages accept: other characters than letters, digits, -
 * and _ are replaced by -. Two names never get the same id. Not thread-safe.
 */
final class PlaceIds {

    private final Map<String, String> ids = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** The id of a name, the same for each call. */
    String of(String name) {
        return ids.computeIfAbsent(name, this::newId);
    }

    private String newId(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_-]", "-");
        String id = plain;
        for (int i = 2; !taken.add(id); i++) {
            id = plain + "-" + i;
        }
        return id;
    }
}
