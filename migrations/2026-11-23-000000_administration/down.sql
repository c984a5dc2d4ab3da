-- There is no way back: former names and successions would be lost.
SELECT 1;
