-- The user whose act closed it.
ALTER TABLE handoff ADD COLUMN closed_by_user UUID REFERENCES users (id);

UPDATE handoff SET closed_by_user = acted.user_id
FROM (SELECT DISTINCT act_id, user_id FROM journal WHERE user_id IS NOT NULL) AS acted
WHERE acted.act_id = handoff.closed_by_act;
