package io.fueloptimine.jobs.compare.run;

/**
 * What was hauled.
 *
 * @param loads number of loads
 * @param tonnes true payloads, t
 * @param loadedLitres diesel that the trucks burnt on the loaded trips of these loads, L
 */
public record Hauled(long loads, double tonnes, double loadedLitres) {

    /** Nothing hauled. */
    public static final Hauled NOTHING = new Hauled(0, 0, 0);

    /** The sum of both. */
    public Hauled plus(Hauled other) {
        return new Hauled(
                loads + other.loads, tonnes + other.tonnes, loadedLitres + other.loadedLitres);
    }
}
