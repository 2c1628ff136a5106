-- Whether the caller has to do with an asset: staff with all of their cities, crews with what their orders are about.
select :sees_all::boolean or :city::text = any (:staffed::text[]) or exists (
    select from alert l
        join work_order o on o.order_id = l.order_id
    where l.asset_id = :asset::bigint
        and o.city_id = any (:worked::text[])
        and (:all_crews::boolean or o.crew_id = any (:crews::text[])))
