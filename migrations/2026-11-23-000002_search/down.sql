DROP INDEX handoff_case; DROP INDEX handoff_closed; DROP INDEX handoff_others; DROP INDEX handoff_seen; DROP INDEX handoff_new;
DROP INDEX handoff_due; DROP INDEX handoff_age;
CREATE INDEX handoff_from ON handoff (from_body, opened_at) WHERE closed_at IS NULL;
CREATE INDEX handoff_inbox ON handoff (to_body, opened_at) WHERE closed_at IS NULL;
DROP INDEX book_entry_page; DROP INDEX decision_page; DROP INDEX leadership_squad; DROP INDEX squad_council;
DROP INDEX list_entry_state; DROP INDEX member_list_squad;
CREATE INDEX member_list_squad ON member_list (squad_id);
DROP INDEX decision_by_number; DROP INDEX dispatch_incoming; DROP INDEX dispatch_outgoing;
DROP TABLE search; DROP TABLE name_word;
