-- What price lists, promotions, vouchers and points took off the sales of these days, before returns.
SELECT coalesce(sum(reduction), 0)                                       AS whole_minor,
       coalesce(sum(reduction) FILTER (WHERE kind = 'PRICE_LIST'), 0)    AS lists_minor,
       coalesce(sum(reduction) FILTER (WHERE kind = 'PROMOTION'), 0)     AS promotions_minor,
       coalesce(sum(reduction) FILTER (WHERE kind = 'VOUCHER'), 0)       AS vouchers_minor,
       coalesce(sum(reduction) FILTER (WHERE kind = 'POINTS'), 0)        AS points_minor
FROM reporting.campaign_figures(:merchant, :from, :to, :store)
WHERE currency = :currency AND party = '' AND kind <> 'ANY'
