-- A person who was invited to an address that another administration's account has: an offer to its owner. Such a row signs in
-- nowhere; its email is its own id, so that addresses of accounts stay unique.
ALTER TABLE users ADD COLUMN offered_to TEXT;
-- The account whose owner has accepted the offer; the duties went there.
ALTER TABLE users ADD COLUMN accepted_by UUID;
CREATE INDEX users_offered_to ON users (offered_to);
