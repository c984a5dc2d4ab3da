-- Pages can't be put back into one copy each.
SELECT 1;
