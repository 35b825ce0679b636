package io.fueloptimine.models.mine;

/** A record about one machine of one site. */
public interface MachineRecord {

    /** The mine. */
    String site();

    /** The machine, unique within the site. */
    String machineId();

    /** The text form of the machine's {@link MachineKey}: the key of its stream and its topic. */
    default String machineKey() {
        return MachineKey.textOf(site(), machineId());
    }
}
