## File with candidates
field-file = Үміткерлер тізімі бар файл
field-file-hint = .xlsx, .xls, .ods немесе .csv, 10 МБ-қа дейін. Соттылық, есепте тұру немесе денсаулық туралы бағандар оқылмайды.
import-template = Кесте үлгісін жүктеп алу (.xlsx)
import-help = Тізімді жол-жолымен көріп шыққанға дейін ештеңе сақталмайды. Кейін қосылатын адамдар жаңа тізімге енгізіледі; Қағидаларда бұл үшін кеңестің жаңа шешімі талап етілмейді (бұл тәртіп Қағидаларда белгіленбеген).
import-read = Файлды оқу

## The report on a file, before anything of it is saved
import-title = Файлдан оқылған деректерді тексеріңіз
import-proposal = жаңа ерікті жасақ: «{ $name }»
import-to-squad = Жасаққа оралу
import-check = Әзірге ештеңе сақталған жоқ. Сұралған деректерді түзетіңіз немесе адамды тізімге алмаңыз: дайын тұрғандардың бәрі бірге сақталады.
import-about-file = Файл туралы
import-see = Қайта тексеру
import-show = Көрсетілетін жолдар
import-show-all = Барлығы ({ $n })
import-show-open = Шешілмегендері ({ $n })
import-show-ask = Нақтылау қажет ({ $n })
import-show-error = Қателер ({ $n })
import-show-warning = Тексеріңіз ({ $n })
import-show-restored = Қалпына келтірілгендері ({ $n })
import-show-ok = Дұрыс ({ $n })
import-show-left-out = Алынбайтындары ({ $n })
import-show-none = Мұндай жол жоқ.
import-row-title = Жол
import-row = { $n }-жол
import-leave-out = Тізімге алмау
import-state = Жай-күйі
import-left-out = Алынбайды
import-contacts = Телефон, тұрғылықты мекенжайы
import-findings = Ескертпелер
import-edit = Түзету
import-leader-hint = Файлда басшы деп көрсетілген: басшыны кеңес қана тағайындайды (7-тармақ)
import-page = { $of } беттің { $n }-беті
import-page-before = Алдыңғы бет
import-open = { $n ->
   *[other] { $n } жол әлі шешілмеген: сақтау үшін әрқайсысын түзетіңіз, сұраққа жауап беріңіз немесе тізімге алмаңыз.
}
import-leave-out-open = Шешілмегендерін тізімге алмау ({ $n })
import-equal = Бірдей сұрақтар
import-equal-help = Бір батырма бірдей сұрағы бар барлық жолды шешеді. Кейін әр жолды бөлек өзгертуге болады.
import-equal-count = { $n } жол
import-answer-all = { $answer }: барлығы ({ $n })
import-ask-all = Қайта сұрау ({ $n })
import-leave-out-all = Барлығын тізімге алмау ({ $n })
import-save = { $n ->
   *[other] { $n } адамды сақтау
}
import-propose = { $n ->
   *[other] { $n } адаммен жасақ құруды ұсыну
}
import-expires = Оқылған деректер мен файл шифрланған түрде тек сізге сақталады. Сақтаған кезде, ал әйтпесе 24 сағаттан кейін екеуі де жойылады.

## People who are known already
known-squad = Осы жасақта бар
known-district = Ауданыңыздағы (қалаңыздағы) басқа жасақта бар

## Columns
columns-title = Бағандар
columns-known = Бағандар анықталды: қарап шығу немесе өзгерту
columns-asked = Кейбір баған танылмады: әрқайсысында не жазылғанын көрсетіңіз
columns-help = Әр бағанда не жазылғанын таңдаңыз. Соттылық, есепте тұру немесе денсаулық туралы бағандар ешқашан оқылмайды. Жолдар қайта оқылады, түзеткендеріңіз сақталады.
columns-table-on = «{ $sheet }» парағы, тақырыптар { $n }-жолда
columns-table = Тақырыптар { $n }-жолда
columns-letter = Баған
columns-heading = Тақырыбы
columns-untitled = тақырыбы жоқ
columns-samples = Ішінде жазылғаны
columns-holds = Қалай оқылады
columns-choose = { $letters } бағанында не жазылған
columns-confirm = Бағандар дұрыс

## Faults of the report
error-columns-open = Танылмаған бағандарда не жазылғанын көрсетіп, «Бағандар дұрыс» түймесін басыңыз.
error-rows-open = Бұл жол әлі шешілмеген: түзетіңіз, жауап беріңіз немесе тізімге алмаңыз.
error-candidates-none = Сақтайтын адам қалмады. Кемінде бір адамды тізімге қайтарыңыз.
error-row-typed = Осы жолға енгізген деректеріңізге ескертпе бар. Қарап шығып, қайта сақтаңыз.
error-draft-changed = Деректер басқа терезеде немесе бетте өзгертілген. Қазіргі күйі осындай; соңғы жібергеніңіз қабылданбады.

## Contents of a column
holds-number = Жолдың реттік нөмірі
holds-full-name = Толық аты-жөні
holds-surname-first = Толық аты-жөні, алдымен тегі
holds-given-first = Толық аты-жөні, алдымен аты
holds-name-and-more = Аты-жөні және сол ұяшықта туған күні немесе ЖСН
holds-surname = Тегі
holds-given-name = Аты
holds-patronymic = Әкесінің аты
holds-iin = ЖСН
holds-birth-date = Туған күні
holds-document = Жеке куәліктің нөмірі
holds-phone = Телефон
holds-email = Электрондық пошта
holds-language = Хат тілі
holds-address = Тұрғылықты мекенжайы
holds-workplace = Жұмыс орны (сақталмайды)
holds-note = Ескертпе: тек басшы белгісі қаралады
holds-nothing = Қажет емес: оқылмайды
holds-not-held = Оқылмайды: мұндай мәлімет бұл жерде сақталмауға тиіс

## Findings
level-ok = Дұрыс
level-restored = Қалпына келтірілді
level-warning = Тексеріңіз
level-ask = Нақтылау қажет
level-error = Қате
finding-iin-zeros-restored = ЖСН басындағы нөлдер қалпына келтірілді
finding-iin-normalised = ЖСН ішіндегі бос орындар немесе белгілер алып тасталды
finding-iin-no-date = ЖСН-нің алғашқы алты цифры күнді білдірмейді, тексеріңіз
finding-iin-birth-date-differs = ЖСН-нің алғашқы алты цифры туған күніне сәйкес келмейді, тексеріңіз
finding-iin-restored-birth-date-differs = ЖСН-нің цифрлары түсіп қалған, ал туған күні қалпына келтірілген нөлдерді растамайды: ЖСН-ді енгізіңіз
finding-iin-missing = ЖСН көрсетілмеген
finding-iin-length = ЖСН 12 цифрдан тұруы тиіс
finding-iin-not-digits = ЖСН тек цифрлардан тұруы тиіс
finding-iin-digits-lost = Электрондық кесте ЖСН-ді дөңгелектеген, соңғы цифрлары жоғалған: қайта енгізіңіз
finding-iin-check-digit = ЖСН бақылау цифры дұрыс емес
finding-iin-no-such-number = Мұндай цифрлардан тұратын ЖСН ешкімге берілмейді
finding-iin-entity-number = Бұл – адамның емес, ұйымның нөмірі (БСН)
finding-iin-placeholder = ЖСН орнына нөлдер жазылған
finding-duplicate-iin = Тізімде дәл осындай ЖСН бар
finding-duplicate-person = Тізімде аты-жөні мен туған күні дәл осындай адам бар: басқа адам екенін нақтылаңыз
finding-name-missing = Аты-жөні көрсетілмеген
finding-name-incomplete = Құжатта бір ғана есім болмаса, тегі де, аты да көрсетілуі тиіс
finding-name-order = Қай сөз тегі екенін нақты анықтау мүмкін емес
finding-name-unclear = Тегін, атын және әкесінің атын ажырату мүмкін емес
finding-name-initials = Аты-жөні бас әріптермен қысқартылған: толық жазыңыз
finding-name-mixed-scripts = Аты-жөніндегі кирилл әріптеріне ұқсас латын әріптері ауыстырылды
finding-name-look-alikes = Аты-жөніндегі қазақ әріптеріне ұқсас басқа кирилл әріптері ауыстырылды
finding-name-other-letters = Аты-жөнінде қазақ және орыс әліпбиінде жоқ әріптер бар, тексеріңіз
finding-name-hyphens = Аты-жөніндегі сызықшалар дефиске ауыстырылды
finding-name-latin = Аты-жөні латын әріптерімен жазылған
finding-name-odd-characters = Аты-жөнінде орынсыз таңбалар бар
finding-birth-date-from-serial = Туған күні күндер саны түрінде сақталған, ол күн-ай-жыл ретінде оқылды
finding-birth-date-century-restored = Туған жылының ғасыры жазылмаған, ол ЖСН бойынша анықталды
finding-birth-date-century-unknown = Туған жылының ғасыры жазылмаған, оны растайтын ЖСН жоқ
finding-birth-date-day-month-unclear = Туған күні мен айының орны ауысқан сияқты
finding-birth-date-other-calendar = Туған күні мен ЖСН арасында төрт жыл бір күн айырма бар: басқа кесте бағдарламасының күндері осылай жазылады
finding-birth-date-year-only = Тек туған жылы көрсетілген
finding-birth-date-unreadable = Туған күнін оқу мүмкін болмады
finding-document-zero-restored = Жеке куәлік нөмірінің басындағы нөл қалпына келтірілді
finding-document-extracted = Жеке куәліктің нөмірі ұзағырақ мәтіннен алынды
finding-document-passport = Бұл паспорт нөміріне ұқсайды: 19-тармақта жеке куәлік көрсетілген
finding-document-unreadable = Жеке куәліктің нөмірі 9 цифрдан тұруы тиіс
finding-document-repeated = Тізімдегі басқа адамның құжат нөмірі де осындай
finding-phone-several = Бірнеше телефон нөмірі көрсетілген, біріншісі қалдырылды
finding-phone-unreadable = Бұл – Қазақстанның телефон нөмірі емес, енгізілмеді
finding-email-unreadable = Бұл – электрондық пошта мекенжайы емес, енгізілмеді
finding-language-unreadable = Бұл үш тілдің бірі емес, енгізілмеді
finding-control-characters = Мәтінде көрінбейтін басқару таңбалары бар, ол оқылмады
finding-invisible-removed = Мәтіндегі көрінбейтін таңбалар алып тасталды
finding-text-too-long = Мәтін тым ұзын, енгізілмеді
finding-cell-error = Кестенің бұл ұяшығында қате көрсетілген
finding-formula-unanswered = Ұяшықта нәтижесі жоқ формула тұр
finding-letters-broken = Файлдағы кейбір әріптер бүлінген
finding-row-struck-out = Жол сызып тасталған: бұл адамның тізімге кіретін-кірмейтінін нақтылаңыз
finding-row-hidden = Жол файлда жасырылған: бұл адамның тізімге кіретін-кірмейтінін нақтылаңыз
finding-quote-unclosed = Жолдағы тырнақша жабылмаған. Жол ұяшық бойынша оқылды
finding-quote-unclear = Файлдағы тырнақшалардан ұяшықтың не жолдың қай жерде бітетіні көрінбейді
finding-row-unclear = Жолда деректер бар, бірақ одан адам туралы мәлімет оқылмады
finding-column-not-held = Баған оқылмады: мұндай мәлімет бұл жерде сақталмауы тиіс
finding-column-unknown = Баған танылмады және оқылмады
finding-column-repeated = Баған кестеде екі рет кездеседі, біріншісі ғана оқылды
finding-column-missing = Кестеде мұндай баған жоқ
finding-sheet-hidden = Жасырылған парақ оқылмады
finding-sheet-without-table = Парақта адамдар көрсетілген кесте табылмады
finding-pictures-not-taken = Файлдағы суреттер алынған жоқ
finding-total-differs = Кестенің астында жазылған жалпы сан оқылған әртүрлі адамның санына сәйкес келмейді
finding-leaders-several = Бірнеше адам жасақ басшысы деп белгіленген; жасақта бір басшы болады (7-тармақ)

## Remedies and answers
remedy-name = Тегін, атын және әкесінің атын жеке куәліктегідей жазыңыз немесе төменде жауап беріңіз.
remedy-iin = Жеке куәліктегі 12 цифрды жазыңыз немесе адамды тізімге алмаңыз.
remedy-birth-date = Күнін, айын, жылын жазыңыз, төменде ұсынылса, ЖСН бойынша күнді алыңыз немесе ұяшықты босатыңыз.
remedy-document-number = Тоғыз цифрды жазыңыз немесе ұяшықты босатыңыз.
remedy-cell = Тиісті деректі жазыңыз немесе ұяшықты босатыңыз.
remedy-another = Басқа адам екенін белгілеңіз немесе екеуінің бірін тізімге алмаңыз.
remedy-belongs = Адам тізімге кіретінін белгілеңіз немесе жолды алмаңыз.
remedy-compare = Осы жолды және одан кейінгілерін файлыңызбен салыстырыңыз. Айырмашылықты түзетіңіз немесе жолдың дұрыс екенін белгілеңіз.
remedy-person = Жолдағы адамның деректерін жазыңыз немесе жолды алмаңыз.
remedy-equal = Екі жолдың бірінің ЖСН-ін түзетіңіз немесе бірін тізімге алмаңыз.
remedy-columns = Жоғарыдағы «Бағандар» бөлімінде не жазылғанын көрсетіңіз.
remedy-not-held = Ештеңе істеудің қажеті жоқ. Келесіде тізімді бұл бағансыз жіберіңіз.
remedy-sheet = Онда адамдар болса, парақты көрсетіңіз немесе үстіне тақырыптар жазып, файлды қайта жіберіңіз.
remedy-pictures = Жеке куәліктердің көшірмелерін тізім бетінде қоса беріңіз.
remedy-total = Өз тізіміңізбен салыстырып, ешкім қалып қоймағанын тексеріңіз.
remedy-leaders = Бұл жерде ештеңе істеудің қажеті жоқ: бір басшыны кеңес тағайындайды.
answer-duplicate-person = Бұл – басқа адам
answer-row-struck-out = Тізімге кіреді
answer-name-incomplete = Құжатта бір ғана есім бар
answer-row-hidden = Тізімге кіреді
answer-quote-unclear = Жол осы тұрғанындай дұрыс
answer-name-order = Аты-жөні осы тұрғанындай дұрыс
answer-name-unclear = Аты-жөні осы тұрғанындай дұрыс
answer-name-odd-characters = Аты-жөні осы тұрғанындай дұрыс
answer-cell-error = Ұяшық бос қалсын
answer-control-characters = Ұяшық бос қалсын
answer-birth-date-day-month-unclear = ЖСН бойынша күнді алу
answer-birth-date-other-calendar = ЖСН бойынша күнді алу
answer-birth-date-year-only = ЖСН бойынша күнді алу
answer-birth-date-century-unknown = ЖСН бойынша күнді алу
answer-birth-date-unreadable = ЖСН бойынша күнді алу
answer-iin-birth-date-differs = ЖСН бойынша күнді алу

## Refused files
error-refusal-empty-file = Файл бос. Басқа файл таңдаңыз.
error-refusal-too-large = Файлдың ашылған көлемі 50 МБ-тан асады. Бос жолдар мен суреттерді жойып, тек мүшелердің тізімін жүктеңіз.
error-refusal-suspicious-archive = Файлдың құрылымы электрондық кесте бағдарламалары сақтайтын файлға сәйкес келмейді; оны .xlsx пішімінде қайта сақтаңыз.
error-refusal-too-many-rows = Файлда 50 000-нан астам жол бар; тізімді бөліңіз.
error-refusal-letters-unknown = Файлдың әріптері танылмады. Тізімді CSV UTF-8 немесе .xlsx пішімінде сақтаңыз.
error-refusal-formulas-unanswered = Тізім ұяшықтарында нәтижесі жоқ формулалар тұр. Файлды Excel-де ашып, сақтаңыз да, қайта жіберіңіз.
error-refusal-not-a-spreadsheet = Бұл – электрондық кесте емес; тізімді .xlsx, .xls, .ods немесе .csv пішімінде жүктеңіз.
error-refusal-web-page = Бұл – кестесі жоқ веб-бет. Оны Excel-де ашып, .xlsx пішімінде сақтаңыз.
error-refusal-old-excel = Бұл – өте ескі Excel файлы. Оны ашып, .xlsx пішімінде сақтаңыз.
error-refusal-other-spreadsheet = Электрондық кестенің бұл түрін оқу мүмкін емес; оны ашып, .xlsx пішімінде сақтаңыз.
error-refusal-encrypted = Файл құпиясөзбен қорғалған; оны құпиясөзсіз сақтаңыз.
error-refusal-workbook-protected = Жұмыс кітабы қорғалған. Excel-де «Рецензиялау», «Кітапты қорғау» таңдап, қорғанысты алыңыз да, файлды сақтаңыз.
error-refusal-damaged = Файл бүлінген, оны оқу мүмкін емес; .xlsx пішімінде қайта сақтаңыз.
error-refusal-no-header = Баған атаулары жазылған жол табылмады; адамдар тізімінің үстіне баған атауларын жазыңыз (аты-жөні, ЖСН, туған күні …).
error-refusal-no-table = Адамдар көрсетілген кесте табылмады; үлгіні пайдаланыңыз, әр адамды бір жолға жазыңыз.
error-refusal-cards = Әр адам жеке карточкада жазылған; тізімді кесте түрінде, әр адамды бір жолға жазыңыз (үлгіні қараңыз).
error-refusal-no-people = Кестеде баған атаулары бар, бірақ адамдар жоқ; баған атауларының астына адамдарды енгізіңіз.
