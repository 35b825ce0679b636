package io.fueloptimine.jobs.gateway;

import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the holder of a token may publish. Immutable.
 *
 * @param site the site; empty for every site of the gateway
 * @param kinds the kinds of machines
 * @param machines the machines; a name that ends in {@code *} stands for all names that begin with
 *     the text before it. Empty for every machine
 * @param streams the streams
 */
record TokenScope(
        Optional<String> site,
        Set<EquipmentKind> kinds,
        List<String> machines,
        Set<ReadingStream> streams) {

    /** Everything that the gateway accepts. */
    static final TokenScope UNBOUND =
            new TokenScope(
                    Optional.empty(),
                    EnumSet.allOf(EquipmentKind.class),
                    List.of(),
                    EnumSet.allOf(ReadingStream.class));

    static final char ANY = '*';

    /** Whether the token is bound to no machines, so that its holder can send as any of them. */
    boolean isOpen() {
        return machines.isEmpty();
    }

    /**
     * Checks the stream that a request publishes.
     *
     * @throws RejectedRequestException naming the part of the address that is outside the scope
     */
    void check(MachineAddress address) throws RejectedRequestException {
        if (site.isPresent() && !site.get().equals(address.site())) {
            throw foreign("site", address.site(), "the site of this token");
        }
        if (!kinds.contains(address.kind())) {
            throw foreign("kind", address.kind().topicName(), "a kind of this token");
        }
        if (!isOpen() && machines.stream().noneMatch(m -> matches(m, address.machineId()))) {
            throw foreign("id", address.machineId(), "a machine of this token");
        }
        if (!streams.contains(address.stream())) {
            throw foreign("stream", address.stream().topicName(), "a stream of this token");
        }
    }

    private static boolean matches(String pattern, String machineId) {
        int last = pattern.length() - 1;
        return pattern.charAt(last) == ANY
                ? machineId.startsWith(pattern.substring(0, last))
                : machineId.equals(pattern);
    }

    private static RejectedRequestException foreign(String field, String value, String expected) {
        return RejectedRequestException.of(RejectionReason.FOREIGN_MACHINE, field, value, expected);
    }
}
