-- By campaign (a sale stands with each campaign that reached it), then the same cost by who pays for it, the stores where it
-- was highest, and the days.
WITH figure AS MATERIALIZED (
    SELECT * FROM reporting.campaign_figures(:merchant, :from, :to, :store)
    WHERE currency = :currency AND kind IN ('PROMOTION', 'VOUCHER', 'ANY')
),
every AS (
    SELECT coalesce(sum(n), 0) AS n, coalesce(sum(gross), 0) AS gross
    FROM reporting.figures(:merchant, ARRAY['outcome'], :from, :to, :store) WHERE currency = :currency AND key = 'SUCCEEDED'
),
cut AS (
    SELECT lower(kind) AS section, campaign_id::text AS key, CASE WHEN :language = 'zh' THEN max(name_zh) ELSE max(name_en) END AS label,
           sum(uses) AS uses, sum(sales) AS sales, sum(pieces) AS pieces, sum(list) AS list, sum(paid) AS paid,
           sum(reduction) AS reduction, sum(undone) AS undone
    FROM figure WHERE kind <> 'ANY' AND party = '' GROUP BY kind, campaign_id
    UNION ALL
    SELECT 'funder', f.party, CASE WHEN f.party LIKE 'merchant:%' THEN coalesce(CASE WHEN :language = 'zh' THEN max(m.name_zh) ELSE max(m.name_en) END, f.party)
                                   ELSE f.party END,
           NULL, NULL, NULL, NULL, NULL, sum(f.reduction), sum(f.undone)
    FROM figure f LEFT JOIN merchants.merchant m ON f.party = 'merchant:' || m.id
    WHERE f.party <> '' GROUP BY f.party
    UNION ALL
    SELECT 'store', f.store_id::text, coalesce(CASE WHEN :language = 'zh' THEN max(s.name_zh) ELSE max(s.name_en) END, f.store_id::text),
           sum(uses), sum(sales), sum(pieces), sum(list), sum(paid), sum(reduction), sum(undone)
    FROM figure f LEFT JOIN merchants.store s ON s.id = f.store_id
    WHERE f.kind = 'ANY' GROUP BY f.store_id
    UNION ALL
    SELECT 'day', day::text, day::text, sum(uses), sum(sales), sum(pieces), sum(list), sum(paid), sum(reduction), sum(undone)
    FROM figure WHERE kind = 'ANY' AND CAST(:from AS date) <> CAST(:to AS date) GROUP BY day
),
ranked AS (
    SELECT *, row_number() OVER (PARTITION BY section ORDER BY reduction - undone DESC, label) AS place
    FROM cut WHERE coalesce(sales, 0) <> 0 OR reduction <> 0 OR undone <> 0
)
SELECT r.section, r.label, r.uses, r.sales, r.pieces, r.list AS list_minor, r.paid AS paid_minor, r.reduction AS reduction_minor,
       r.undone AS undone_minor, r.reduction - r.undone AS cost_minor,
       CASE WHEN r.sales > 0 THEN round(r.paid / r.sales) END AS with_minor,
       CASE WHEN r.section IN ('promotion', 'voucher') AND e.n > r.sales THEN round((e.gross - r.paid) / (e.n - r.sales)) END AS without_minor
FROM ranked r CROSS JOIN every e
WHERE r.section <> 'store' OR r.place <= 10
ORDER BY array_position(ARRAY['promotion', 'voucher', 'funder', 'store', 'day'], r.section),
         CASE WHEN r.section = 'day' THEN r.key END, r.reduction - r.undone DESC, r.label
