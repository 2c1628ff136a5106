-- Orders that the caller may see, the newest first: staff all of their cities, crews their own. What is null asks for
-- nothing.
select o.order_id, o.city_id, o.crew_id, k.name_de, k.name_en, nullif(o.district_id, '') as district_id,
    d.name as district_name, c.zone, o.work, o.state, o.severity, o.items, o.items_open, o.collecting, o.due_at,
    o.assignee, o.opened_at, o.closed_at, o.changed_at, o.title
from work_order o
    join city c on c.city_id = o.city_id
    join crew k on k.city_id = o.city_id and k.crew_id = o.crew_id
    left join district d on d.city_id = o.city_id and d.district_id = o.district_id
where o.order_id < :before_id::bigint
    and (:sees_all::boolean or o.city_id = any (:staffed::text[])
        or o.city_id = any (:worked::text[]) and (:all_crews::boolean or o.crew_id = any (:crews::text[])))
    and (:ids::bigint[] is null or o.order_id = any (:ids::bigint[]))
    and (:cities::text[] is null or o.city_id = any (:cities::text[]))
    and (:of_crews::text[] is null or o.crew_id = any (:of_crews::text[]))
    and (:districts::text[] is null or o.district_id = any (:districts::text[]))
    and (:works::text[] is null or o.work = any (:works::text[]))
    and (:states::text[] is null or o.state = any (:states::text[]))
    and (:open::boolean is null or (o.closed_at is null) = :open::boolean)
    and (:due_before::timestamptz is null or o.due_at < :due_before::timestamptz)
order by o.order_id desc
limit :limit::integer
