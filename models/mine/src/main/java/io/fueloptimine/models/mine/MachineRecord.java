package io.fueloptimine.models.mine;

/** A record about one machine of one site. Its key on Kafka topics is {@link #machineKey}. */
public interface MachineRecord extends TopicRecord {

    /** The name of the mine. */
    String site();

    /** The id of the machine, unique within the site. */
    String machineId();

    /**
     * The text form of the machine's {@link MachineKey}, by which streams are keyed.
     *
     * <p>Not a default method: two serialisable method references to one inherited method, such as
     * {@code Alert::machineKey} and {@code DriftEvent::machineKey} in one class, are the same after
     * deserialisation, and one of them fails with a {@link ClassCastException}.
     */
    String machineKey();

    @Override
    default String topicKey() {
        return machineKey();
    }
}
