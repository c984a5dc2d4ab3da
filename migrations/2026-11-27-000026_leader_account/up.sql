-- A leader signs in by a login that the system makes: no name, IIN, telephone or address. Such an account holds no duty; its email is
-- its own id, so that addresses of accounts stay unique.
ALTER TABLE users ADD COLUMN login TEXT;
CREATE UNIQUE INDEX users_login ON users (login) WHERE login IS NOT NULL;

-- Whose account it is: the right comes from the open leadership of that membership and ends with it.
CREATE TABLE leader_account (
    user_id UUID PRIMARY KEY NOT NULL REFERENCES users (id),
    membership_id UUID NOT NULL UNIQUE REFERENCES membership (id),
    invited_at TIMESTAMP NOT NULL
);

-- A leader's telephone stays signed in for longer, and opens the leader's pages only.
ALTER TABLE session ADD COLUMN is_leaders BOOLEAN NOT NULL DEFAULT FALSE;
