-- All that a product is found by, in small letters and one below the other: the search of the till compares one text per
-- product, where it had to make and compare seven. Nobody types a line feed, so no text is found across two of them.
-- How an array is written depends on what is in it, so the database does not promise that it stays; of words it does.
CREATE FUNCTION orders.in_one_line(words varchar[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT array_to_string(words, ' ')
$$;
ALTER TABLE orders.product ADD COLUMN search_text text NOT NULL GENERATED ALWAYS AS (
    lower(sku || chr(10) || name_en || chr(10) || name_zh || chr(10) || category || chr(10) || brand || chr(10)
          || coalesce(barcode, '') || chr(10) || orders.in_one_line(tags))) STORED;
