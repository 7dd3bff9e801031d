SELECT w.tap_keep_batch(50);
