-- Requests for new models. SQL Server 2016 SP1 or later.
-- sql/h2/V4__retraining.sql contains the same; always change both files.

-- The result of each request for a new model. asked_at is event time, null for a manual or scheduled request; decided_at is
-- wall-clock time. Errors are of champion and candidate on windows not used for training; null if nothing was trained.
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
