package io.fueloptimine.jobs.gateway.aemp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FleetSnapshotTest {

    private static final URI FIRST = URI.create("https://oem.example/aemp/Fleet/1");

    private final Map<String, String> pages = new HashMap<>();
    private final List<String> fetched = new ArrayList<>();

    @Test
    void readsThePagesAlongTheLinks() throws Exception {
        page("https://oem.example/aemp/Fleet/1", "A", "https://oem.example/aemp/Fleet/2");
        page("https://oem.example/aemp/Fleet/2", "B", "/Fleet/3");
        page("https://oem.example/aemp/Fleet/3", "C", "");

        FleetSnapshot fleet = read();

        assertThat(fleet.complete()).isTrue();
        assertThat(fleet.pages()).isEqualTo(3);
        assertThat(fleet.equipment())
                .extracting(machine -> machine.equipmentId().orElseThrow())
                .containsExactly("A", "B", "C");
    }

    @ParameterizedTest
    @CsvSource({"/Fleet/2", "/Fleet/1", "https://oem.example/aemp/Fleet/2"})
    void aPageThatWasReadEndsTheWalk(String next) throws Exception {
        page("https://oem.example/aemp/Fleet/1", "A", "/Fleet/2");
        page("https://oem.example/aemp/Fleet/2", "B", next);

        FleetSnapshot fleet = read();

        assertThat(fleet.complete()).isTrue();
        assertThat(fetched).hasSize(2);
    }

    @Test
    void aChainWithoutEndIsCutOff() throws Exception {
        for (int i = 1; i < FleetSnapshot.MAX_PAGES + 10; i++) {
            page("https://oem.example/aemp/Fleet/" + i, "M" + i, "/Fleet/" + (i + 1));
        }

        FleetSnapshot fleet = read();

        assertThat(fleet.complete()).isFalse();
        assertThat(fleet.pages()).isEqualTo(FleetSnapshot.MAX_PAGES);
        assertThat(fleet.faults().get(0)).contains("expected at most");
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example/aemp/Fleet/2",
        "//evil.example/Fleet/2",
        "file:/etc/passwd",
        "mailto:x@oem.example",
        "ht tp://x"
    })
    void aLinkToAnotherHostIsNotFollowed(String next) throws Exception {
        page("https://oem.example/aemp/Fleet/1", "A", next);

        FleetSnapshot fleet = read();

        assertThat(fetched).hasSize(1);
        assertThat(fleet.complete()).isFalse();
        assertThat(fleet.equipment()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "http://oem.example/aemp/Fleet/2, https://oem.example/aemp/Fleet/2",
        "http://oem.example:8080/aemp/Fleet/2, https://oem.example/aemp/Fleet/2",
        "https://OEM.example/aemp/Fleet/2?size=5, https://oem.example/aemp/Fleet/2?size=5",
        "2, https://oem.example/aemp/Fleet/2",
        "/aemp/Fleet/2, https://oem.example/aemp/Fleet/2",
        "/fleet/2, https://oem.example/aemp/fleet/2",
        "?page=2, https://oem.example/aemp/Fleet/?page=2"
    })
    void aLinkNeverLeavesSchemeHostAndPort(String link, String expected) {
        assertThat(NextPage.of(FIRST, link)).contains(URI.create(expected));
    }

    @Test
    void thePagesBeforeAPageThatCannotBeReadRemain() throws Exception {
        page("https://oem.example/aemp/Fleet/1", "A", "/Fleet/2");
        pages.put("https://oem.example/aemp/Fleet/2", "<html>Please log in</html>");

        FleetSnapshot fleet = read();

        assertThat(fleet.complete()).isFalse();
        assertThat(fleet.equipment()).hasSize(1);
        assertThat(fleet.faults().get(0)).startsWith("https://oem.example/aemp/Fleet/2 has");
    }

    private FleetSnapshot read() throws InterruptedException {
        return FleetSnapshot.read(
                address -> {
                    fetched.add(address.toString());
                    String page = pages.get(address.toString());
                    if (page == null) {
                        throw new PageUnavailableException(address, "answered 404");
                    }
                    return page.getBytes(StandardCharsets.UTF_8);
                },
                FIRST);
    }

    private void page(String address, String machine, String next) {
        String links =
                next.isEmpty() ? "" : "<Links><rel>next</rel><href>" + next + "</href></Links>";
        pages.put(
                address,
                "<Fleet version='1'>"
                        + links
                        + "<Equipment><EquipmentHeader><EquipmentID>"
                        + machine
                        + "</EquipmentID></EquipmentHeader></Equipment></Fleet>");
    }
}
