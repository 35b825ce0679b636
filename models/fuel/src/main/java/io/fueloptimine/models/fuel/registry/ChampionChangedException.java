package io.fueloptimine.models.fuel.registry;

/**
 * Thrown when the champion of a model is no longer the version with which a new version was
 * compared.
 */
public final class ChampionChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param name the model's name
     * @param compared the version number of the champion in the comparison; 0 for none
     * @param now the version number of the present champion; 0 for none
     */
    public ChampionChangedException(String name, int compared, int now) {
        super(
                "the champion of "
                        + name
                        + " has changed since the comparison, from "
                        + text(compared)
                        + " to "
                        + text(now));
    }

    private static String text(int version) {
        return version == 0 ? "none" : "version " + version;
    }
}
