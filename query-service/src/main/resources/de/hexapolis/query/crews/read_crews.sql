-- Crews that the caller may see: staff those of their cities, crews themselves.
select k.city_id, k.crew_id, k.name_de, k.name_en, k.document,
    (select count(*) from work_order o
     where o.city_id = k.city_id and o.crew_id = k.crew_id and o.closed_at is null) as orders_open
from crew k
where :sees_all::boolean or k.city_id = any (:staffed::text[])
    or k.city_id = any (:worked::text[]) and (:all_crews::boolean or k.crew_id = any (:crews::text[]))
order by k.city_id, k.crew_id
