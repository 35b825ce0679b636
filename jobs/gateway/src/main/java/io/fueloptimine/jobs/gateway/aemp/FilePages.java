package io.fueloptimine.jobs.gateway.aemp;

import io.fueloptimine.models.message.aemp.AempParser;
import io.fueloptimine.models.mine.input.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a snapshot from a file, which another program replaces. */
final class FilePages implements PageSource {

    @Override
    public byte[] page(URI address) throws PageUnavailableException {
        // One byte more than the limit: the parser then refuses the file for its size.
        try (InputStream in = Files.newInputStream(Path.of(address))) {
            return in.readNBytes(AempParser.MAX_BYTES + 1);
        } catch (IOException e) {
            throw new PageUnavailableException(address, TextFile.reason(e));
        }
    }
}
