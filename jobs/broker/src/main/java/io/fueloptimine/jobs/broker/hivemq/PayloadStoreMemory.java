package io.fueloptimine.jobs.broker.hivemq;

import com.hivemq.configuration.service.InternalConfigurations;
import java.lang.management.ManagementFactory;

/**
 * Limits the off-heap memory of HiveMQ's payload store (RocksDB).
 *
 * <p>HiveMQ sizes RocksDB's write buffers and block cache as fractions of the machine's memory
 * (1/32 and 1/64). On a large machine these fractions are far more than the broker of a mine needs.
 */
public final class PayloadStoreMemory {

    private static final long MEBIBYTE = 1024L * 1024L;
    private static final long WRITE_BUFFERS_BYTES = 96 * MEBIBYTE;
    private static final long BLOCK_CACHE_BYTES = 32 * MEBIBYTE;
    private static final int SMALLEST_DIVISOR = 32;

    private PayloadStoreMemory() {}

    /** Sets the limits for brokers that are started in this JVM after this call. */
    public static void limit() {
        long memoryBytes = machineMemoryBytes();
        InternalConfigurations.PAYLOAD_PERSISTENCE_MEMTABLE_SIZE_PORTION.set(
                divisor(memoryBytes, WRITE_BUFFERS_BYTES));
        InternalConfigurations.PAYLOAD_PERSISTENCE_BLOCK_CACHE_SIZE_PORTION.set(
                divisor(memoryBytes, BLOCK_CACHE_BYTES));
    }

    private static int divisor(long memoryBytes, long limitBytes) {
        return (int) Math.max(SMALLEST_DIVISOR, memoryBytes / limitBytes);
    }

    private static long machineMemoryBytes() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean machine
                ? machine.getTotalMemorySize()
                : 4096 * MEBIBYTE;
    }
}
