package io.fueloptimine.jobs.broker.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserPasswordsTest {

    @TempDir Path folder;
    private UserPasswords passwords;

    @BeforeEach
    void writePasswords() throws IOException {
        Files.writeString(folder.resolve("outside.password"), "right\n");
        Path users = Files.createDirectory(folder.resolve("users"));
        Files.writeString(users.resolve("ingest.password"), "right\n");
        Files.writeString(users.resolve("empty.password"), "\n");
        passwords = new UserPasswords(users);
    }

    @Test
    void acceptsThePasswordOfTheUserOnly() {
        assertThat(accepts("ingest", "right")).isTrue();
        assertThat(accepts("ingest", "wrong")).isFalse();
        assertThat(accepts("ingest", "")).isFalse();
    }

    @Test
    void anEmptyFilePermitsNoPassword() {
        assertThat(accepts("empty", "")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../outside", "", ".", "%u", "#", "+", "a/b", "unknown", "ingest\u0000"})
    void refusesNamesThatAreNotUsers(String name) {
        assertThat(accepts(name, "right")).isFalse();
    }

    @Test
    void aClientIdentifierBelongsToOneUser() {
        assertThat(UserAuthenticator.isOwn("ingest-0", "ingest")).isTrue();
        assertThat(UserAuthenticator.isOwn("ingest", "ingest")).isTrue();
        assertThat(UserAuthenticator.isOwn("ingest2", "ingest")).isFalse();
        assertThat(UserAuthenticator.isOwn("ingest-0", "mine")).isFalse();
    }

    private boolean accepts(String user, String password) {
        return passwords.accepts(user, password.getBytes(StandardCharsets.UTF_8));
    }
}
