DROP INDEX squad_unit_akimat;
DROP INDEX squad_territory_akimat;
