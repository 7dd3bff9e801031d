-- The page says it in its reader's language.
UPDATE imports.run SET problem = 'server-stopped' WHERE problem = 'The server stopped. Resume the import.';
