-- Whose squads a border body sees: one look into an index for each akimat, however many squads there are.
CREATE INDEX squad_territory_akimat ON squad (territory_id, akimat_id) WHERE territory_id IS NOT NULL;
CREATE INDEX squad_unit_akimat ON squad (unit_id, akimat_id) WHERE unit_id IS NOT NULL;
