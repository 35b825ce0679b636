-- The loop from drift to a better model. H2 in MSSQLServer mode.
-- sql/sqlserver/V4__retraining.sql says the same: change both or neither.

-- What became of each request for a new model. asked_at is event time, null when a person or the clock asked; decided_at is
-- wall-clock. Figures compare champion and candidate on windows that the candidate was not trained on; null when nothing was.
CREATE TABLE retraining (
    request_id        NVARCHAR(200) NOT NULL,
    model_name        NVARCHAR(100) NULL,
    asked_because     NVARCHAR(MAX) NULL,
    asked_at          DATETIME2(3)  NULL,
    verdict           NVARCHAR(50)  NULL,
    reason            NVARCHAR(MAX) NULL,
    champion_version  INT           NULL,
    candidate_version INT           NULL,
    learnt_since      DATETIME2(3)  NULL,
    learnt_windows    INT           NULL,
    judged_windows    INT           NULL,
    champion_mae_l    FLOAT(53)     NULL,
    candidate_mae_l   FLOAT(53)     NULL,
    gain_low_pct      FLOAT(53)     NULL,
    gain_high_pct     FLOAT(53)     NULL,
    decided_at        DATETIME2(3)  NULL,
    CONSTRAINT pk_retraining PRIMARY KEY (request_id)
);
CREATE INDEX ix_retraining_decided_at ON retraining (decided_at);
