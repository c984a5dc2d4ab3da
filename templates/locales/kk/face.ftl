## The face of every page
crumbs = Бет жолы
pages = Беттер
step-done = , орындалды
search-place = Жасақ, тізім немесе адам
drop-here = Файлдарды таңдаңыз немесе осында сүйреп әкеліңіз
upload-sending = Файлдар жүктелуде
upload-reading = Файлдар жүктелді, беттері оқылып жатыр
confirm-grave = Бұл әрекетті кері қайтару мүмкін емес. Жалғастыру керек пе?
figures-count = Саны
figures-share = Үлесі
ui-title = Компоненттер
ui-help = Беттердің барлық бөліктері, әрқайсысы барлық күйінде. Мұндағы адамдар мен органдар ойдан шығарылған.

## Inbox
inbox-tabs = Тапсырмалар
inbox-tab-mine = Менің орындауымда
inbox-tab-others = Басқалардың орындауында
inbox-tab-done = Орындалғандар

## Squad
squad-members = Адам саны: { $n }
squad-step-proposed = Ұсынылды
squad-step-created = Кеңес құрды
squad-step-rejected = Кеңес қабылдамады
squad-step-sent = Тізім жіберілді
squad-step-vetted = Мүшелері тексерілді
squad-step-led = Басшысы қызметінде
members-by-state = Мүшелер күйі бойынша
history-recent = Соңғы оқиғалар
help-leader-term = Басшы аяқталу күнінсіз тағайындалады: өкілеттігі 15-тармақтағы мән-жайлардың бірі туындағанға дейін жүреді.

## Lists and vetting
copy-short = Көшірмесі
copies-progress = { $of } адамның { $n } көшірмесі бар
outcomes-rest = Қалғандарын тіркеу
outcomes-unanswered = Барлық есептен жауап белгіленбеген адам саны: { $n }. Жіберер алдында тексеріңіз.
outcomes-leader = кеңес басшы етіп тағайындаған, тағайындау күшін жояды
help-outcomes = Алдымен шығарылуға тиіс адамдарды белгілеңіз, содан кейін қалғандарын бірге тіркеңіз. Себебі еш жерде сұралмайды.
help-no-reason = Себебі әкімдікке ешқашан хабарланбайды: Қағидалар тек кімді шығару қажет екенін хабарлауды көздейді.
help-no-term = Жасақ тізімін тексерудің заңды мерзімі жоқ. Жүйе тек бөлімшенің ішкі мерзімін көрсетеді.
help-days = Тексерудің заңды мерзімі жоқ: күндер тізім қабылданған күннен нәтиже жіберілген күнге дейін есептеледі.
register-has-been-asked = сұралды
register-has-answered = жауап алынды
register-not-asked = сұрау салынбаған
return-hint = Жазбада қате болса, оны түзетуге қайтаруға болады. Бұл – нәтиже емес.
remove-confirm = Белгіленген адамдар жасақтан шығарылады. Жалғастыру керек пе?
withdraw-confirm = Үміткер тізімнен алынады. Жалғастыру керек пе?
copy-remove-confirm = Көшірменің бұл беті жойылады. Жалғастыру керек пе?

## Dashboard
statistics-help = Сіз көре алатын органдар бойынша сандар. Мұнда ешкімнің аты-жөні көрсетілмейді.
statistics-median = Нәтижеге дейінгі күн, медиана
statistics-failed-mails = Жеткізілмеген хаттар
statistics-failed-mails-what = Бұл хаттарды алушының пошта сервері қабылдамады. Мекенжайды тексеріп, органға басқа жолмен хабарлаңыз.
statistics-squads = Жасақтар күйі бойынша
statistics-members = Мүшелер күйі бойынша
statistics-days = Нәтижеге дейінгі күндер, соңғы 12 айда
statistics-days-head = Тізім қабылданғаннан бері
statistics-days-span = { $from }–{ $to } күн
statistics-days-over = { $n } күннен көп
statistics-days-empty = Соңғы 12 айда нәтиже жіберілген жоқ. Алғашқы нәтижеден кейін мұнда күндер көрінеді.

## Account
account-theme = Көрінісі
theme-system = Құрылғыдағыдай
theme-light = Ашық
theme-dark = Күңгірт
session-end-others-confirm = Басқа құрылғылардың барлығында қайта кіру керек болады. Жалғастыру керек пе?
