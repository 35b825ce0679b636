package io.fueloptimine.models.dispatch.session;

/** Who decides where the trucks of a {@link ForeignShift} drive. */
interface ForeignDispatcher {

    /** Called once before the first truck, and every minute. */
    default void minute(ForeignShift shift) {}

    /** The number of the loading unit for an empty truck; negative to wait a minute. */
    int unit(ForeignShift shift, int truck);

    /** The number of the dump for a loaded truck. */
    int dump(ForeignShift shift, int truck, int unit);
}
