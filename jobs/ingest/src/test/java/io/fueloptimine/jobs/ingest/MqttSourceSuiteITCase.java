package io.fueloptimine.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.reading.RawMessage;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.connector.testframe.environment.MiniClusterTestEnvironment;
import org.apache.flink.connector.testframe.external.ExternalContextFactory;
import org.apache.flink.connector.testframe.junit.annotations.TestContext;
import org.apache.flink.connector.testframe.junit.annotations.TestEnv;
import org.apache.flink.connector.testframe.junit.annotations.TestSemantics;
import org.apache.flink.connector.testframe.testsuites.SourceTestSuiteBase;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Timeout;

/**
 * Flink's test suite for sources, with HiveMQ CE.
 *
 * <p>Three tests need a bounded source and are skipped. The others check the guarantees of this
 * source: at least once, without order, because sessions share the messages. Two messages are equal
 * if topic and payload are equal, whatever their time of receipt.
 */
@Timeout(120)
class MqttSourceSuiteITCase extends SourceTestSuiteBase<RawMessage> {

    @TestSemantics CheckpointingMode[] semantics = {CheckpointingMode.AT_LEAST_ONCE};

    @TestEnv MiniClusterTestEnvironment cluster = new MiniClusterTestEnvironment();

    @TestContext
    ExternalContextFactory<MqttTestContext> contexts =
            test -> new MqttTestContext(BrokerKind.HIVEMQ.shared().port());

    /**
     * All messages written so far; a message of an earlier check may be repeated in a later one.
     */
    private final Set<String> written = new HashSet<>();

    /** Allows repeats of messages written before; unknown and missing messages are failures. */
    @Override
    protected void checkResultWithSemantic(
            CloseableIterator<RawMessage> results,
            List<List<RawMessage>> writtenNow,
            CheckpointingMode semantic,
            Integer limit) {
        Set<String> missing = new HashSet<>();
        writtenNow.forEach(records -> records.forEach(record -> missing.add(text(record))));
        written.addAll(missing);
        while (!missing.isEmpty() && results.hasNext()) {
            String result = text(results.next());
            assertThat(written).contains(result);
            missing.remove(result);
        }
        assertThat(missing).isEmpty();
    }

    private static String text(RawMessage message) {
        return message.topic() + " " + new String(message.payload(), StandardCharsets.UTF_8);
    }
}
