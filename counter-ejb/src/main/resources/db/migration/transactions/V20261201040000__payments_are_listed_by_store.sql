-- A store's list begins with its newest payment. Without this it was sought backwards among the payments of all stores.
CREATE INDEX payment_store ON transactions.payment (store_id, id);
