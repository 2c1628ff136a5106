-- A batch may change every row of a page: with room for as many new versions, all changes stay on the page (HOT), and
-- what they replace makes room for the next batch. Pages that are full already come to it as they are rewritten.
alter table latest set (fillfactor = 40);
