-- What a member was registered with stood here as a plain SHA-256: names and numbers can be tried out against it. From now on it
-- is a keyed hash. What it was made of is no longer known, so the old ones cannot be turned into new ones: they are emptied, and
-- match nothing. Who repeats a registration of before the upgrade under its key is told that the key was used
-- (kernel.KEY_REUSED), and finds the member by the number.
UPDATE kernel.command c
   SET content_hash = ''
  FROM members.member m
 WHERE octet_length(c.answer) = 45 -- known without unpacking the answer: all others stay where they are
   AND c.answer = '{"id":"' || m.id || '"}';
