package io.fueloptimine.connectors.jdbc;

import java.util.List;

/**
 * A place in the order of rows by transaction and key.
 *
 * @param transaction number of a transaction of the source
 * @param key the key of the last row that was copied of it; empty if none was
 */
record CopyPosition(long transaction, List<String> key) {

    static final CopyPosition START = new CopyPosition(0, List.of());

    CopyPosition {
        key = List.copyOf(key);
    }
}
