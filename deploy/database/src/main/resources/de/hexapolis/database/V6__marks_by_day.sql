-- Who asks for a span of days finds its marks without looking each series up: after a year of history has come late,
-- millions of marks wait on days that nobody asks for.
create index rollup_mark_by_day on rollup_mark (day, series_id);
