## Filters
audit-body = Орган
audit-act = Әрекет
audit-who = Кім
audit-from = Басталу күні
audit-to = Аяқталу күні
audit-show = Көрсету

## Journal
journal = Журнал
journal-help = Сіз тексеретін органдарда орындалған әрекеттер. Жазбалар тек қосылады, өзгертілмейді.
journal-at = Уақыты
journal-subject = Неге қатысты
journal-basis = Негіздеме
journal-system = Жүйе жазбаларының тізбегі
journal-empty = Жазба табылмады.
journal-chain = Журнал тізбегі
journal-verify = Журналдың тұтастығын тексеру
journal-verified = Журналдың тұтастығын тексеру нәтижесі
journal-sound = Барлық жазба қалай жазылса, солай сақталған.
journal-entries = Жазба саны: { $n }
journal-head = Соңғы жазбаның хеші (SHA-256): { $hash }
journal-fault-changed = Бірінші қате: { $n }-жазба өзгертілген.
journal-fault-missing = Бірінші қате: { $n }-жазба жоқ.
journal-fault-head = Бірінші қате: тізбектің соңы { $n }-жазбаға сәйкес келмейді.
journal-fault-unreadable = Бірінші қате: { $n }-жазбаның пішімі белгісіз.
journal-fault-what = Осы бетті сақтап, дерекқорға жауапты адамға хабарлаңыз: журналдағы деректер бастапқы жазбадан өзгеше.

## Openings of copies and IINs
openings = Деректердің ашылуы
openings-help = Мұнда Сіз тексеретін органдардың қызметкерлері жеке куәліктердің көшірмелерін және ЖСН-ді қашан ашқаны көрсетіледі. Мүшелердің аты-жөні мен құжаттары көрсетілмейді.
openings-counts = Соңғы { $n } күнде қызметкерлер мен күндер бойынша, көбінен бастап
openings-one-by-one = Әр ашу жеке-жеке
openings-copies = Көшірмелер
openings-iins = ЖСН
openings-what = Не ашылды
openings-position = тізімдегі нөмірі: { $n }
openings-empty = Ештеңе ашылмаған.

## Statistics
statistics = Статистика
statistics-past-target = Ішкі мерзімі өткен тізімдер: { $n }
statistics-without-leader = Басшысы жоқ жасақтар: { $n }
statistics-none = Жоқ.
statistics-no-members = Есептелетін мүше жоқ.
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
figures-few = 5-тен аз
figures-total = Көрсетілгендердің жиыны
figures-frozen = Ай басындағы деректер ({ $at }): келесі айға дейін өзгермейді. Сандар 5-ке дейін дөңгелектенген, аз сандар көрсетілмейді.
figures-none-yet = Деректер әр айдың басында есептеледі. Алғашқысы келесі айдың 1-күні осы жерде көрсетіледі.
figures-too-few = 10-нан аз нәтиже бойынша көрсетілмейді
figures-more = Назар аударатын жайттар
figures-without-leader = Басшысы жоқ жасақтар
figures-past-target = Ішкі мерзімі өткен тізімдер
help-days = Тексерудің заңды мерзімі жоқ: күндер тізім қабылданған күннен нәтиже жіберілген күнге дейін есептеледі.
