-- The life-cycle of alarms. H2 in MSSQLServer mode.
-- sql/sqlserver/V12__alarm_lifecycle.sql contains the same; always change both files.

-- state is the state after ISA-18.2; revision counts the changes of an alarm; occurrences how often its condition became
-- present; duration_s the time from raised_at to cleared_at. The texts say what was seen, what was expected, the suspected
-- reason and the advised action, in English and in Spanish.
ALTER TABLE alert ADD state NVARCHAR(50) NULL;
ALTER TABLE alert ADD revision BIGINT NULL;
ALTER TABLE alert ADD changed_at DATETIME2(3) NULL;
ALTER TABLE alert ADD acknowledged_at DATETIME2(3) NULL;
ALTER TABLE alert ADD acknowledged_by NVARCHAR(100) NULL;
ALTER TABLE alert ADD shelved_until DATETIME2(3) NULL;
ALTER TABLE alert ADD occurrences INT NULL;
ALTER TABLE alert ADD duration_s FLOAT(53) NULL;
ALTER TABLE alert ADD seen_en NVARCHAR(MAX) NULL;
ALTER TABLE alert ADD expected_en NVARCHAR(MAX) NULL;
ALTER TABLE alert ADD reason_en NVARCHAR(MAX) NULL;
ALTER TABLE alert ADD action_en NVARCHAR(MAX) NULL;
ALTER TABLE alert ADD seen_es NVARCHAR(MAX) NULL;
ALTER TABLE alert ADD expected_es NVARCHAR(MAX) NULL;
ALTER TABLE alert ADD reason_es NVARCHAR(MAX) NULL;
ALTER TABLE alert ADD action_es NVARCHAR(MAX) NULL;

-- One row for each change of an alarm. user_name, comment and command_id are NULL unless a person made the change.
CREATE TABLE alert_state (
    alert_id      NVARCHAR(200) NOT NULL,
    changed_at    DATETIME2(3)  NOT NULL,
    change        NVARCHAR(50)  NOT NULL,
    site          NVARCHAR(100) NULL,
    machine_id    NVARCHAR(100) NULL,
    type          NVARCHAR(50)  NULL,
    severity      NVARCHAR(50)  NULL,
    state         NVARCHAR(50)  NULL,
    revision      BIGINT        NULL,
    user_name     NVARCHAR(100) NULL,
    comment       NVARCHAR(MAX) NULL,
    command_id    NVARCHAR(200) NULL,
    shelved_until DATETIME2(3)  NULL,
    CONSTRAINT pk_alert_state PRIMARY KEY (alert_id, changed_at, change)
);
CREATE INDEX ix_alert_state_site_changed_at ON alert_state (site, changed_at);
