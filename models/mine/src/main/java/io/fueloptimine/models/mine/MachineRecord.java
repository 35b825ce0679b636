package io.fueloptimine.models.mine;

/**
 * A record about one machine of one site. The key of the record on Kafka topics is {@link
 * #machineKey}.
 */
public interface MachineRecord extends TopicRecord {

    /** The name of the mine. */
    String site();

    /** The id of the machine, unique within the site. */
    String machineId();

    /**
     * The text form of the machine's {@link MachineKey}, by which streams are keyed.
     *
     * <p>This is not a default method, because of serialisable method references. Two references to
     * one inherited method in the same class, such as {@code Alert::machineKey} and {@code
     * DriftEvent::machineKey}, are the same after deserialisation, and one of them then fails with
     * a {@link ClassCastException}.
     */
    String machineKey();

    @Override
    default String topicKey() {
        return machineKey();
    }
}
