-- How a user wants to see the pages: as the system says, light, or dark.
ALTER TABLE users ADD COLUMN theme TEXT NOT NULL DEFAULT 'system';
