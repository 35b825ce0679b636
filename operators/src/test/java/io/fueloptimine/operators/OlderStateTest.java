package io.fueloptimine.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.reading.Reading;
import java.io.IOException;
import java.io.InputStream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.junit.jupiter.api.Test;

/**
 * State that an older version wrote still restores: the file holds a serializer's snapshot and one
 * reading, written when a reading had no {@code unknownFields} and telemetry no acceleration.
 */
class OlderStateTest {

    @Test
    void restoresAReadingFromBeforeUnknownFieldsWereKept() throws Exception {
        DataInputDeserializer state = file("/state/reading-of-15-components.bin");
        ClassLoader classes = getClass().getClassLoader();
        TypeSerializerSnapshot<Reading> older =
                TypeSerializerSnapshot.readVersionedSnapshot(state, classes);

        TypeSerializerSchemaCompatibility<Reading> compatibility =
                currentSerializer().snapshotConfiguration().resolveSchemaCompatibility(older);
        Reading restored = older.restoreSerializer().deserialize(state);

        assertThat(compatibility.isCompatibleAfterMigration()).isTrue();
        assertThat(restored).isEqualTo(SampleReadings.telemetry("A", 3, SampleReadings.START));
        assertThat(state.available()).isZero();
    }

    private static TypeSerializer<Reading> currentSerializer() {
        SerializerConfigImpl config = new SerializerConfigImpl();
        config.setGenericTypes(false);
        return TypeInformation.of(Reading.class).createSerializer(config);
    }

    private static DataInputDeserializer file(String name) throws IOException {
        try (InputStream in = OlderStateTest.class.getResourceAsStream(name)) {
            return new DataInputDeserializer(in.readAllBytes());
        }
    }
}
