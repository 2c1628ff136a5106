-- Which orders the caller has to do something about, the most urgent first: what is critical has no due time at times, and
-- stands above all the same.
select o.order_id
from work_order o
where o.closed_at is null
    and (:sees_all::boolean or o.city_id = any (:staffed::text[])
        or o.city_id = any (:worked::text[]) and (:all_crews::boolean or o.crew_id = any (:crews::text[])))
order by o.severity desc, o.due_at nulls last, o.order_id
limit :limit::integer offset :offset::integer
