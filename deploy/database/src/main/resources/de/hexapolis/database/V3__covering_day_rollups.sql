-- The averages of thousands of series over some days come from this index alone, as long as vacuum has seen the rows.
-- Days are mostly added, so vacuum must not wait for a fifth of the table to be new.
drop index rollup_day_by_bucket;
create index rollup_day_by_bucket on rollup_day (bucket, series_id) include (count, sum, min, max);
alter table rollup_day set (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 10000);
alter table rollup_hour set (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 100000);
