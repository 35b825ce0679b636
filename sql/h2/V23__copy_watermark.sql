-- How far fuel sql copy is. H2 in MSSQLServer mode.
-- sql/sqlserver/V23__copy_watermark.sql contains the same; always change both files.

-- One row for each source and table that is copied into this database, moved in the transaction of the copied rows. Rows are
-- copied in the order of the transactions that wrote them: transaction_id and row_key are the last one copied; row_key is NULL
-- when all transactions before transaction_id are copied.
CREATE TABLE copy_watermark (
    source         NVARCHAR(200) NOT NULL,
    table_name     NVARCHAR(100) NOT NULL,
    transaction_id BIGINT        NULL,
    row_key        NVARCHAR(MAX) NULL,
    batches        BIGINT        NULL,
    copied_rows    BIGINT        NULL,
    copied_at      DATETIME2(3)  NULL,
    CONSTRAINT pk_copy_watermark PRIMARY KEY (source, table_name)
);
GRANT SELECT, INSERT, UPDATE ON copy_watermark TO fuel_writer;
GRANT SELECT ON copy_watermark TO fuel_analyst;
