package io.fueloptimine.jobs.broker;

import com.hivemq.configuration.service.InternalConfigurations;
import java.lang.management.ManagementFactory;

/**
 * Bounds what the broker's payload store takes outside the heap.
 *
 * <p>HiveMQ sizes RocksDB's write buffers and block cache as a share of the machine's memory (1/32
 * and 1/64), which is far more than a mine's broker needs on a large machine that it shares.
 */
final class PayloadStore {

    private static final long MEBIBYTE = 1024L * 1024L;
    private static final long WRITE_BUFFERS_BYTES = 96 * MEBIBYTE;
    private static final long BLOCK_CACHE_BYTES = 32 * MEBIBYTE;
    private static final int SMALLEST_PORTION_OF_HIVEMQ = 32;

    private PayloadStore() {}

    /** Takes effect on brokers started later in this JVM. */
    static void boundMemory() {
        long memoryBytes = machineMemoryBytes();
        InternalConfigurations.PAYLOAD_PERSISTENCE_MEMTABLE_SIZE_PORTION.set(
                portion(memoryBytes, WRITE_BUFFERS_BYTES));
        InternalConfigurations.PAYLOAD_PERSISTENCE_BLOCK_CACHE_SIZE_PORTION.set(
                portion(memoryBytes, BLOCK_CACHE_BYTES));
    }

    private static int portion(long memoryBytes, long wantedBytes) {
        return (int) Math.max(SMALLEST_PORTION_OF_HIVEMQ, memoryBytes / wantedBytes);
    }

    private static long machineMemoryBytes() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean machine
                ? machine.getTotalMemorySize()
                : 4096 * MEBIBYTE;
    }
}
