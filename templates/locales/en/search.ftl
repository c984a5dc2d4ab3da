## Search
search-title = Search
search-label = Search for a squad, list or person
search-hint = Words of a name, a whole reference such as Ж-2026-0001, the whole number of a paper, or a whole IIN
search-button = Search
search-people = People
search-by-iin = You searched by IIN. The number is not shown again.
search-nothing = Nothing was found among what is yours to see. Check the spelling, or use fewer letters.
search-more = There are more: narrow the search with one more word.
search-place = Squad, list or person
error-search-terms = Type at least two letters of a word, and no more than 120 characters.
