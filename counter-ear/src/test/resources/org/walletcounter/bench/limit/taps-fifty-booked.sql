SELECT w.tap_book_batch(50);
