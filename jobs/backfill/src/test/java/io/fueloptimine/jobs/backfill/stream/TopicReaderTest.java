package io.fueloptimine.jobs.backfill.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.flink.connector.testutils.source.reader.TestingReaderOutput;
import org.apache.flink.core.io.InputStatus;
import org.junit.jupiter.api.Test;

class TopicReaderTest {

    private static final int RECORDS = 6;

    private final TestingReaderOutput<Long> output = new TestingReaderOutput<>();

    @Test
    void continuesAfterTheRecordsOfACheckpoint() {
        TopicReader<Long> first = reader();
        first.start();
        first.pollNext(output);
        first.pollNext(output);
        List<TopicPosition> checkpoint = first.snapshotState(1);

        TopicReader<Long> restored = reader();
        restored.addSplits(checkpoint);
        restored.start();
        while (restored.pollNext(output) != InputStatus.END_OF_INPUT) {
            // Reads to the end.
        }

        // Odd numbers are not selected, and count as read.
        assertThat(output.getEmittedRecords()).containsExactly(0L, 2L, 4L);
        assertThat(restored.snapshotState(2)).containsExactly(new TopicPosition(RECORDS));
    }

    private static TopicReader<Long> reader() {
        TopicClock clock = new TopicClock(60_000);
        List<Long> records = new ArrayList<>(LongStream.range(0, RECORDS).boxed().toList());
        return new TopicReader<>(
                new TopicRecords<>(
                        clock.addTopic(),
                        clock,
                        from -> records.subList((int) from, RECORDS).iterator(),
                        number -> number,
                        number -> number % 2 == 0));
    }
}
