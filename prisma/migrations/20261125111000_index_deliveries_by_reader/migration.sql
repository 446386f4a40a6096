-- One index of deliveries by reader instead of two: planning a hundred thousand writes each of them.

DROP INDEX digest_deliveries_edition_id_subscriber_id_key;
DROP INDEX digest_deliveries_subscriber_id_queued_at_id_idx;
-- One mail an edition and reader.
CREATE UNIQUE INDEX digest_deliveries_subscriber_id_edition_id_key ON digest_deliveries (subscriber_id, edition_id);
