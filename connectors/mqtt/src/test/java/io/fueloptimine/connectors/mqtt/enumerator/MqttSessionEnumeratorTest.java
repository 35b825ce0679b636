package io.fueloptimine.connectors.mqtt.enumerator;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.mqtt.split.MqttSessionSplit;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.connector.source.mocks.MockSplitEnumeratorContext;
import org.junit.jupiter.api.Test;

class MqttSessionEnumeratorTest {

    @Test
    void assignsSessionsByIndexModuloParallelism() {
        assertThat(assigned(5, 2, 0)).containsExactly(0, 2, 4);
        assertThat(assigned(5, 2, 1)).containsExactly(1, 3);
    }

    @Test
    void assignsEverySessionToExactlyOneReader() {
        for (int readers = 1; readers <= 9; readers++) {
            int p = readers;
            assertThat(IntStream.range(0, p).boxed().flatMap(i -> assigned(7, p, i).stream()))
                    .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6);
        }
    }

    @Test
    void marksSessionsThatWereUsedBefore() {
        MockSplitEnumeratorContext<MqttSessionSplit> context = new MockSplitEnumeratorContext<>(2);
        MqttSessionEnumerator fresh = new MqttSessionEnumerator(context, "ingest", 2, false);
        fresh.addReader(0);
        fresh.addReader(1);
        fresh.addReader(0);
        new MqttSessionEnumerator(context, "ingest", 1, true).addReader(0);

        assertThat(context.getSplitsAssignmentSequence())
                .flatExtracting(sent -> sent.assignment().values())
                .flatExtracting(splits -> splits)
                .extracting(MqttSessionSplit::usedBefore)
                .containsExactly(false, false, true, true);
    }

    @Test
    void assignsNothingToSurplusReaders() {
        assertThat(assigned(2, 4, 3)).isEmpty();
    }

    @Test
    void hasAnEmptyCheckpoint() throws IOException {
        EmptyEnumeratorStateSerializer serializer = new EmptyEnumeratorStateSerializer();

        byte[] bytes = serializer.serialize(new EmptyEnumeratorState());

        assertThat(bytes).isEmpty();
        assertThat(serializer.deserialize(serializer.getVersion(), bytes))
                .isEqualTo(new EmptyEnumeratorState());
    }

    private static List<Integer> assigned(int sessions, int readers, int reader) {
        MockSplitEnumeratorContext<MqttSessionSplit> context =
                new MockSplitEnumeratorContext<>(readers);
        new MqttSessionEnumerator(context, "ingest", sessions, false).addReader(reader);
        return context.getSplitsAssignmentSequence().stream()
                .flatMap(sent -> sent.assignment().get(reader).stream())
                .map(MqttSessionSplit::index)
                .toList();
    }
}
