package io.fueloptimine.models.message.aemp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AempParserFuzzTest {

    private static final int PAGES = 40_000;
    private static final List<byte[]> VALID =
            List.of(SamplePages.bytes(SamplePages.XML), SamplePages.bytes(SamplePages.JSON));
    private static final List<String> FRAGMENTS =
            List.of(
                    "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>",
                    "&b;",
                    "<![CDATA[",
                    "]]>",
                    "<?x ?>",
                    "<!--",
                    "</Equipment>",
                    "<Equipment>",
                    "[[[[",
                    "{\"equipment\":",
                    "\u0000",
                    "\uFEFF",
                    "1e400",
                    "-0",
                    "P99999999999999D",
                    "9999-12-31T23:59:59Z",
                    "null");

    @Test
    @Timeout(120)
    void everyCorruptedPageIsReadOrRefused() {
        int read = 0;
        int refused = 0;
        for (int number = 0; number < PAGES; number++) {
            try {
                AempPage page = AempParser.parse(corrupted(new Random(number), number));
                page.equipment().forEach(AempParserFuzzTest::assertSound);
                assertThat(page.faults()).hasSizeLessThanOrEqualTo(AempPage.MAX_FAULTS);
                read++;
            } catch (InvalidSnapshotException e) {
                assertThat(e.getMessage()).isNotBlank().doesNotContain("\u0000");
                refused++;
            }
        }
        assertThat(read).isGreaterThan(PAGES / 50);
        assertThat(refused).isGreaterThan(PAGES / 50);
    }

    private static void assertSound(AempEquipment machine) {
        for (AempSection section : machine.sections()) {
            assertThat(section.fields()).isNotEmpty();
            for (Object value : section.fields().values()) {
                if (value instanceof Double number && !Double.isFinite(number)) {
                    throw new AssertionError(section + " is not finite");
                }
            }
        }
    }

    private static byte[] corrupted(Random random, int number) {
        byte[] page = VALID.get(number % VALID.size()).clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(page.length);
            switch (random.nextInt(4)) {
                case 0 -> page[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> page = inserted(page, at, fragment(random));
                case 2 -> page = cut(page, at, Math.min(page.length, at + random.nextInt(60)));
                default -> page[at] = (byte) random.nextInt(256);
            }
        }
        return page;
    }

    private static byte[] fragment(Random random) {
        return SamplePages.bytes(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
    }

    private static byte[] inserted(byte[] page, int at, byte[] more) {
        byte[] longer = new byte[page.length + more.length];
        System.arraycopy(page, 0, longer, 0, at);
        System.arraycopy(more, 0, longer, at, more.length);
        System.arraycopy(page, at, longer, at + more.length, page.length - at);
        return longer;
    }

    private static byte[] cut(byte[] page, int from, int to) {
        byte[] shorter = new byte[page.length - (to - from)];
        System.arraycopy(page, 0, shorter, 0, from);
        System.arraycopy(page, to, shorter, from, page.length - to);
        return shorter.length == 0 ? page : shorter;
    }
}
