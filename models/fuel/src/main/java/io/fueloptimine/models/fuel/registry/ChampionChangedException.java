package io.fueloptimine.models.fuel.registry;

/** A model is no longer compared with what scores: the champion was changed meanwhile. */
public final class ChampionChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param name the model's name
     * @param compared the number of the version that scored when it was compared with; 0 for none
     * @param now the number of the version that scores now; 0 for none
     */
    public ChampionChangedException(String name, int compared, int now) {
        super(
                "the champion of "
                        + name
                        + " was changed meanwhile, from "
                        + text(compared)
                        + " to "
                        + text(now));
    }

    private static String text(int version) {
        return version == 0 ? "none" : "version " + version;
    }
}
