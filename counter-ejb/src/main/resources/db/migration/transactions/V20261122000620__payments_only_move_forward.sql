-- The second wall behind the application's own checks: what is settled stays settled.
CREATE FUNCTION transactions.only_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state <> OLD.state AND NOT (OLD.state = 'SUCCEEDED' AND NEW.state = 'CANCELLED') THEN
        RAISE EXCEPTION 'Payment % is %; it cannot become %.', OLD.id, OLD.state, NEW.state;
    END IF;
    IF NEW.refunded < OLD.refunded OR (NEW.refunded > OLD.refunded AND OLD.state <> 'SUCCEEDED') THEN
        RAISE EXCEPTION 'What was given back of payment % can only grow, and only while it is paid.', OLD.id;
    END IF;
    IF (NEW.id, NEW.merchant_id, NEW.store_id, NEW.sale_number, NEW.amount, NEW.currency, NEW.occurred_at, NEW.business_day)
        IS DISTINCT FROM
       (OLD.id, OLD.merchant_id, OLD.store_id, OLD.sale_number, OLD.amount, OLD.currency, OLD.occurred_at, OLD.business_day)
        OR NEW.journal_id IS DISTINCT FROM OLD.journal_id THEN
        RAISE EXCEPTION 'Payment % is in the books and does not change.', OLD.id;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER only_forward BEFORE UPDATE ON transactions.payment
    FOR EACH ROW EXECUTE FUNCTION transactions.only_forward();

REVOKE DELETE, TRUNCATE ON transactions.payment, transactions.tender FROM ${app};
REVOKE UPDATE, DELETE, TRUNCATE ON transactions.sale_line, transactions.refund, transactions.refund_tender,
    transactions.refund_line FROM ${app};

-- A sale is also looked for by the beginning of its number; a return of the past by its own.
DROP INDEX transactions.payment_sale;
CREATE INDEX payment_sale ON transactions.payment (merchant_id, sale_number text_pattern_ops);
CREATE INDEX refund_number ON transactions.refund (merchant_id, number) WHERE number IS NOT NULL;
