package io.fueloptimine.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.ConfigTransformer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFileProviderTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"a b", "ñ", "a:b", "{a}b", "${a:b}", "50%25", "%3A%7D", "a,b;c#d", " ends "})
    void kafkaResolvesAReferenceToAFileWithAnyName(String name) throws Exception {
        Path file = Files.writeString(folder.resolve(name), "s3cret\n");
        ConfigTransformer kafka =
                new ConfigTransformer(Map.of(SecretFileProvider.NAME, new SecretFileProvider()));
        String reference = SecretFileProvider.reference(file.toString(), SecretFileProvider.TEXT);

        assertThat(kafka.transform(Map.of("password", reference)).data())
                .containsEntry("password", "s3cret");
        assertThat(SecretFileProvider.canRefer(file.toString())).isTrue();
    }
}
