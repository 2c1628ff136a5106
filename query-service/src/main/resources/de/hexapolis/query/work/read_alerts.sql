-- Alerts that the caller may see, the newest first: staff all of their cities, crews those in their orders. What is null
-- asks for nothing.
select l.alert_id, l.city_id, l.rule_id, l.edition, l.severity, l.state, l.subject, l.work, l.order_id, l.began_at,
    l.ended_at, l.opened_at, l.notified_at, l.acknowledged_at, l.done_at, l.due_at, l.closed_at, l.reopened, l.reason,
    l.assignee, l.evidence, coalesce(l.evidence -> 'title', e.document -> 'title') as title,
    a.asset_id, a.reference, a.name, a.kind, coalesce(l.district_id, a.district_id) as district_id, a.longitude,
    a.latitude,
    case when l.subject not like 'asset:%' then (
        select count(*) from alert_member m where m.alert_id = l.alert_id) end as members,
    case when l.subject not like 'asset:%' then (
        select count(*) from alert_member m where m.alert_id = l.alert_id and m.until_at is null) end as members_held
from alert l
    join rule_edition e on e.edition = l.edition
    left join work_order o on o.order_id = l.order_id
    left join asset a on a.asset_id = l.asset_id
where l.alert_id < :before_id::bigint
    and (:sees_all::boolean or l.city_id = any (:staffed::text[])
        or l.city_id = any (:worked::text[]) and o.order_id is not null
            and (:all_crews::boolean or o.crew_id = any (:crews::text[])))
    and (:cities::text[] is null or l.city_id = any (:cities::text[]))
    and (:kinds::text[] is null or a.kind = any (:kinds::text[]))
    and (:rules::text[] is null or l.rule_id = any (:rules::text[]))
    and (:districts::text[] is null or coalesce(l.district_id, a.district_id) = any (:districts::text[]))
    and (:severities::integer[] is null or l.severity = any (:severities::integer[]))
    and (:states::text[] is null or l.state = any (:states::text[]))
    and (:open::boolean is null or (l.closed_at is null) = :open::boolean)
    and (:assets::bigint[] is null or l.asset_id = any (:assets::bigint[]))
    and (:from::timestamptz is null or l.opened_at >= :from::timestamptz)
    and (:to::timestamptz is null or l.opened_at < :to::timestamptz)
    and (:ids::bigint[] is null or l.alert_id = any (:ids::bigint[]))
    and (:orders::bigint[] is null or l.order_id = any (:orders::bigint[]))
order by l.alert_id desc
limit :limit::integer
