-- Measured savings: errors of the litres by lever, and the ledger by shift. SQL Server 2016 SP1 or later.
-- sql/h2/V8__ledger.sql contains the same; always change both files.

-- Standard error of measured litres, L, and the two parts of the half width of their 95 % interval; null when planned.
ALTER TABLE fuel_saving ADD standard_error_l FLOAT(53) NULL;
-- From the variation between shifts: parts of several spans add up as the root of the sum of squares.
ALTER TABLE fuel_saving ADD noise95_l FLOAT(53) NULL;
-- From the fit of the baseline, which all spans share: parts of several spans are added.
ALTER TABLE fuel_saving ADD fit95_l FLOAT(53) NULL;

-- One shift in the ledger of measured savings: litres burnt, and expected by the baseline for the same hauls.
CREATE TABLE ledger_shift (
    ledger_id        NVARCHAR(200) NOT NULL,
    site             NVARCHAR(100) NULL,
    span_start       DATETIME2(3)  NULL,
    span_end         DATETIME2(3)  NULL,
    phase            NVARCHAR(50)  NULL,
    tonnes           FLOAT(53)     NULL,
    tonne_km         FLOAT(53)     NULL,
    covered_h        FLOAT(53)     NULL,
    burnt_l          FLOAT(53)     NULL,
    expected_l       FLOAT(53)     NULL,
    saved_l          FLOAT(53)     NULL,
    standard_error_l FLOAT(53)     NULL,
    noise95_l        FLOAT(53)     NULL,
    fit95_l          FLOAT(53)     NULL,
    remark           NVARCHAR(MAX) NULL,
    CONSTRAINT pk_ledger_shift PRIMARY KEY (ledger_id)
);
CREATE INDEX ix_ledger_shift_site_span_start ON ledger_shift (site, span_start);
