## Inbox
inbox-title = Кіріс
inbox-count = { $n ->
    [0] Орындауыңызда тапсырма жоқ.
   *[other] Орындауыңызда { $n } тапсырма бар.
 }
inbox-opened = Жолданған уақыты: { $at }
inbox-read = Таныстым
inbox-empty = Қазір орындайтын тапсырмаңыз жоқ. Басқа орган Сізге тапсырма жолдағанда, ол осында көрсетіледі және электрондық поштаңызға хат келеді.
inbox-count-many = Орындауыңызда 99-дан астам тапсырма бар.
inbox-group-empty = Бұл топта ештеңе жоқ.
inbox-all = Осы топты толық көрсету
inbox-closed = орындалды: { $at }
inbox-tabs = Тапсырмалар
inbox-tab-mine = Менің орындауымда
inbox-tab-others = Басқалардың орындауында
inbox-tab-done = Орындалғандар
badge-waits = : Сіздің орындауыңызда

## Due dates
due-left = { $n } күн қалды
due-today = Бүгін – соңғы күн
due-past-internal = Ішкі мерзімнен { $n } күн өтті
due-past-statutory = Қағидаларда белгіленген мерзімнен { $n } күн өтті
due-statutory = Қағидаларда белгіленген мерзім: { $date }
due-internal = Бөлімшенің ішкі мерзімі (Қағидаларда белгіленбеген): { $date }

## Urgency
urgency-statutory-passed = Қағидаларда белгіленген мерзім өтті
urgency-internal-passed = Бөлімшенің ішкі мерзімі өтті (Қағидаларда белгіленбеген)
urgency-due-soon = Мерзімі 5 күн ішінде аяқталады
urgency-new = Жаңа
urgency-waiting = Сіздің орындауыңызда
urgency-information = Мәлімет үшін
urgency-others = Басқалардың орындауында
urgency-done = Соңғы 14 күнде орындалғандар

## Squads without a leader
leaderless-title = Басшысы жоқ жасақтар
leaderless-since = { $date } күнінен бастап
leaderless-never = басшы әлі тағайындалмаған
leaderless-vacated = басшының орны босады
leaderless-all = Басшысы жоқ барлық жасақ
leaderless-none = Кеңес құрған әрбір жасақтың басшысы бар немесе оған басшы тағайындалған.
