package io.fueloptimine.jobs.cli.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class SiteScriptTest {

    private static final String CURRENT = "opt/fueloptimine/current/VERSION";

    @TempDir Path folder;

    private SiteScript site;
    private Path one;

    @BeforeEach
    void unpack() throws Exception {
        site = new SiteScript(folder);
        one = site.unpack("1.0.0");
    }

    @Test
    void installsProgramsConfigurationDataAndUnits() throws Exception {
        assertThat(site.run(one, "install").exitCode()).isZero();

        assertThat(site.at(CURRENT)).hasContent("1.0.0");
        assertThat(site.at("etc/fueloptimine/mines/andes.yaml")).hasContent("site: andes");
        assertThat(Files.readString(site.at("etc/fueloptimine/flink/config.yaml")))
                .contains("dir: " + site.at("var/lib/fueloptimine/flink"), "key: secret");
        assertThat(site.at("var/lib/fueloptimine/registry/models/a")).hasContent("model");
        assertThat(site.at("etc/systemd/system/fueloptimine.target")).exists();
        assertThat(Files.getPosixFilePermissions(site.at("etc/fueloptimine/flink/config.yaml")))
                .noneMatch(permission -> permission.name().startsWith("OTHERS_"));
    }

    @Test
    void aSecondInstallKeepsWhatASiteHasChanged() throws Exception {
        site.run(one, "install");
        Files.writeString(site.at("etc/fueloptimine/site.env"), "SITE='mine'\n");
        Files.writeString(site.at("var/lib/fueloptimine/registry/models/a"), "trained");
        Files.delete(site.at("etc/systemd/system/fueloptimine.target"));

        assertThat(site.run(one, "install").exitCode()).isZero();

        assertThat(site.at("etc/fueloptimine/site.env")).hasContent("SITE='mine'");
        assertThat(site.at("var/lib/fueloptimine/registry/models/a")).hasContent("trained");
        assertThat(site.at("etc/systemd/system/fueloptimine.target")).exists();
    }

    @Test
    void aDamagedBundleIsRefusedBeforeAnythingChanges() throws Exception {
        SiteScript.write(one, "flink/conf/config.yaml", "other: text\n");

        SiteScript.Result result = site.run(one, "install");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output()).contains("flink/conf/config.yaml", "is damaged");
        assertThat(site.at("opt")).doesNotExist();
    }

    @Test
    void anUpgradeCanBeRolledBackWithItsSavepoints() throws Exception {
        site.run(one, "install");
        Path resume = site.at("var/lib/fueloptimine/flink/resume/fuel");
        Files.writeString(resume, "savepoint of 1.0.0");
        Path two = site.unpack("2.0.0");
        assertThat(site.run(two, "install").output()).contains("use site upgrade");

        assertThat(site.run(two, "upgrade").exitCode()).isZero();
        assertThat(site.at(CURRENT)).hasContent("2.0.0");
        Files.writeString(resume, "savepoint of 2.0.0");

        Path installed = site.at("opt/fueloptimine/current");
        assertThat(site.run(installed, "rollback").output())
                .contains("Returned from 2.0.0 to 1.0.0");
        assertThat(site.at(CURRENT)).hasContent("1.0.0");
        assertThat(resume).hasContent("savepoint of 1.0.0");
    }

    @Test
    void uninstallKeepsTheDataUnlessTheyAreToBePurged() throws Exception {
        site.run(one, "install");

        assertThat(site.run(one, "uninstall").exitCode()).isZero();
        assertThat(site.at("opt/fueloptimine")).doesNotExist();
        assertThat(site.at("etc/systemd/system")).isEmptyDirectory();
        assertThat(site.at("etc/fueloptimine/site.env")).exists();

        assertThat(site.run(one, "uninstall", "--purge").exitCode()).isZero();
        assertThat(site.at("etc/fueloptimine")).doesNotExist();
        assertThat(site.at("var/lib/fueloptimine")).doesNotExist();
        assertThat(site.at("var/log/fueloptimine")).doesNotExist();
    }

    @Test
    void whatCannotBeDoneIsSaid() throws Exception {
        assertThat(site.run(one, "upgrade").output()).contains("use site install");
        assertThat(site.run(one).output()).contains("expected install, upgrade, rollback");
        site.run(one, "install");
        assertThat(site.run(one, "rollback").output()).contains("no version to return to");
        assertThat(site.run(one, "upgrade").output()).contains("is installed already");
    }
}
