package io.fueloptimine.jobs.backtest.fit;

/**
 * A way from a dump to a face (empty) or from a face to a dump (loaded).
 *
 * @param from where it begins
 * @param to where it ends
 * @param loaded whether trucks drive it loaded
 */
public record Road(String from, String to, boolean loaded) {

    /** The way of the empty truck to a face. */
    public static Road empty(String dumpId, String faceId) {
        return new Road(dumpId, faceId, false);
    }

    /** The way of the loaded truck to a dump. */
    public static Road loaded(String faceId, String dumpId) {
        return new Road(faceId, dumpId, true);
    }
}
