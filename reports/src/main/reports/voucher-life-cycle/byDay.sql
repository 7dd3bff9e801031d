-- How many were used on each day; days without any are zero. Long spans are charted by month; days of a span in which
-- their number would come twice have their month before it.
SELECT to_char(CAST(d.day AS date), CASE WHEN CAST(:to AS date) - CAST(:from AS date) > 92 THEN 'YYYY-MM'
                                         WHEN CAST(:to AS date) >= CAST(:from AS date) + interval '1 month' THEN 'MM-DD'
                                         ELSE 'FMDD' END) AS day,
       CAST(coalesce(sum(f.used), 0) AS numeric) AS used
FROM generate_series(CAST(:from AS timestamp), CAST(:to AS timestamp), interval '1 day') AS d(day)
LEFT JOIN (
    SELECT r.business_day, count(*) AS used
    FROM vouchers.redemption r JOIN vouchers.campaign c ON c.id = r.campaign_id
    WHERE c.merchant_id = :merchant AND c.currency = :currency AND r.back_journal IS NULL
      AND r.business_day BETWEEN :from AND :to AND (CAST(:store AS uuid) IS NULL OR r.store_id = :store)
    GROUP BY 1) f ON f.business_day = CAST(d.day AS date)
GROUP BY 1
ORDER BY min(d.day)
