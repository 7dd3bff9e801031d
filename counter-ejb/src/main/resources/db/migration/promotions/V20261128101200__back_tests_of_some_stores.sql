-- In which stores the sales were that a draft is tried on; none means in all.
ALTER TABLE promotions.back_test ADD COLUMN stores uuid[] NOT NULL DEFAULT '{}';
