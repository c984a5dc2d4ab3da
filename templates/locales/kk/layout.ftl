## The product
app-name = Жасақ
footer = Қазақстан Республикасы Үкіметінің 2013 жылғы 27 тамыздағы № 866 қаулысымен бекітілген Шекаралық кеңістік шегінде Қазақстан Республикасының Мемлекеттік шекарасын қорғауға азаматтарды тарту қағидалары (26.05.2023 № 405 редакциясында)
skip = Мазмұнға өту
language = Тіл
number-sign = №
dev-mail = Жіберілген хаттар (әзірлеу ортасы)
dev-mail-empty = Әзірге бірде-бір хат жіберілген жоқ.
dev-emails = Хат үлгілері (әзірлеу ортасы)
ui-title = Компоненттер
ui-help = Беттердің барлық бөліктері, әрқайсысы барлық күйінде. Мұндағы адамдар мен органдар ойдан шығарылған.

## Menu and place
menu = Негізгі мәзір
menu-inbox = Кіріс
menu-squads = Жасақтар
menu-lists = Тізімдер
menu-applications = Өтініштер
menu-decisions = Шешімдер
menu-book = Кітап
menu-trainings = Дайындық
menu-notices = Хабарлау
menu-people = Пайдаланушылар
menu-bodies = Органдар
menu-mails = Хаттар
crumbs = Бет жолы
pages = Беттер
next = Келесі
sign-out = Шығу

## Buttons
save = Сақтау
cancel = Болдырмау
upload = Жүктеу
choose = Таңдаңыз
confirm-grave = Бұл әрекетті кері қайтару мүмкін емес. Жалғастыру керек пе?

## Forms
form-optional = міндетті емес
form-summary = Мыналарды түзетіңіз:
form-repeated = Бұл нысан бұрын енгізілген: ештеңе қайталанған жоқ. Нәтижесі осы бетте.
duty-waits = Міндетіңіз растауды күтіп тұр: { $duty }, { $body }. Оны берген адамнан басқа әкімші, орган басшысы немесе осы міндетті атқаратын қызметкер (органдағы бірінші қызметкер үшін – жүйе операторы) растағанға дейін жасақтар, тізімдер мен адамдар ашылмайды.
form-error-title = Қате: { "" }
field-date = Күні
drop-here = Файлдарды таңдаңыз немесе осында сүйреп әкеліңіз
upload-sending = Файлдар жүктелуде
upload-reading = Файлдар жүктелді, беттері оқылып жатыр

## Words of tables
name = Тегі, аты, әкесінің аты
iin = ЖСН
birth-date = Туған күні
document = Құжат
address = Тұрғылықты мекенжайы
phone = Байланыс телефоны
field-written-in = Хат тілі
language-not-given = Көрсетілмеген (қазақша)
people = Адамдар
state = Күйі
about = Жалпы мәлімет
created-at = Жасалған уақыты

## Filters
filter-all = Барлығы
filter-title = Сүзгі
filter-show = Көрсету
filter-reset = Сүзгіні тазарту
filter-remove = : алып тастау
filter-state = Күйі
filter-squad = Жасақ
filter-body = Әкімдік
filter-trouble = Тек мыналар
filter-from = Басталу күні
filter-to = Аяқталу күні
filter-leader = Басшысы
filter-unit = Құрылымдық бөлімше
filter-year = Жылы
filter-kind = Түрі
filter-case = Неге қатысты
filter-from-body = Жолдаған орган
filter-group = Топ
filter-number = Нөмірі

## Figures and steps
figures-count = Саны
figures-share = Үлесі
steps = Кезеңдер
step-done = , орындалды

## History
history = Өзгерістер тарихы
history-empty = Әзірге көрсетілетін жазба жоқ.
history-recent = Соңғы оқиғалар
journal-number = журналдағы нөмірі: { $n }
by-system = Автоматты түрде
by-link = Адамның өзі, хаттағы сілтеме арқылы
by-leader = Жасақ басшысы
by-applicant = Өтініш беруші
menu-my-squad = Менің жасағым
menu-plans = Қызметке шығу
waits-title = Кімнің орындауында
finished-title = Орындалғаны
clause = Қағидалардың { $n }-тармағы
clause-edition = { $n }-тармақ, редакциясы: { $edition }
clause-none = Қағидаларда белгіленбеген
edition-not-determined = редакциясы анықталмаған

## Conditions that are not met
missing-title = Бұл әрекетті әзірге орындау мүмкін емес:
missing-automatic = Бұл автоматты түрде орындалады.
missing-duty = Мұны орындайтын: { $duty }.
missing-state = Қазіргі күйі: { $state }.
missing-squad-not-created = Кеңес жасақты әлі құрған жоқ.
missing-entries = Бұл әрекетті қолданатын адам жоқ.
missing-copies = { $n } адамның жеке куәлігінің көшірмесі жоқ.
missing-identity-copy = Өтініште жеке куәліктің немесе паспорттың көшірмесі жоқ (16-тармақ).
missing-corrections = Қайтарылған { $n } жазбаның ешқайсысы әлі түзетілмеген. Түзетілген жазбалар ғана қайта жіберіледі.
missing-leader-open = Жасақтың басшысы бар немесе басшы тағайындалған.
missing-members = Басшы етіп тағайындауға болатын мүше жоқ.
missing-registered = Жасақта кітапқа тіркелген адам жоқ.
missing-council-open = Әкімдіктің үйлестіру кеңесі бар.
missing-own-body = Өзіңіз әкімшісі болып табылатын органды жаба алмайсыз.

## Faults of many forms
error-date-missing = Күнін, айын, жылын енгізіңіз.
error-date-in-future = Көрсетілген күн әлі келген жоқ. Тексеріңіз.
error-date-long-past = Бұл күннен бері бір жылдан астам уақыт өтті. Тексеріңіз.
error-file-missing = Файлды таңдаңыз.
file-again = Файлды қайта таңдаңыз: { $names }
error-file-too-large = Файлдың көлемі 10 МБ-тан асады. Көлемі кішірек файл таңдаңыз.
error-files-too-large = Файлдардың көлемі тым үлкен: әрқайсысы 10 МБ-қа дейін, барлығы 40 МБ-қа дейін болуы тиіс. Оларды бірнеше бөлікке бөліп қосыңыз.

## Pages in place of the page
problem-sign-in-title = Кіру
problem-sign-in-what = Жалғастыру үшін жүйеге кіріңіз.
problem-not-found-title = Мұндай бет жоқ
problem-not-found-what = Мекенжай қате, сілтеме бұрын пайдаланылған немесе оның мерзімі өткен, не бұл бетті көруге құқығыңыз жоқ. Мекенжайды тексеріңіз немесе жүйе әкімшісінен жаңа сілтеме сұраңыз.
problem-denied-title = Бұл әрекетке құқығыңыз жоқ
problem-denied-what = Атқаратын міндетіңіз бұған құқық бермейді немесе алдымен басқа әрекет орындалуы қажет. Ештеңе өзгертілген жоқ.
problem-stale-title = Сізден бұрын басқа пайдаланушы әрекет етті
problem-stale-what = Сіз бетті ашқаннан бері деректер өзгерді. Сіз енгізген өзгерістер сақталған жоқ. Қазіргі күйін қараңыз.
problem-happened = Осы уақыт ішінде не өзгерді
problem-stale-own-title = Сіз мұны жасап қойғансыз
problem-stale-own-what = Осы бет ашылғаннан бері Сіздің өзіңіз басқа терезеде немесе осы нысанмен өзгеріс енгізгенсіз. Бұл жолы ештеңе сақталған жоқ. Қазіргі жағдайды қараңыз.
problem-you = Сіз
problem-now = Қазіргі жағдайы
problem-typed = Сіздің енгізгеніңіз (сақталған жоқ)
problem-foreign-form-title = Нысанның мерзімі өтті
problem-foreign-form-what = Нысан басқа сеанста ашылған. Артқа қайтып, бетті жаңартыңыз да, нысанды қайта жіберіңіз. Ештеңе өзгертілген жоқ.
problem-bad-request-title = Сұрауды оқу мүмкін болмады
problem-bad-request-what = Артқа қайтып, бетті жаңартыңыз да, әрекетті қайталаңыз. Ештеңе өзгертілген жоқ.
problem-away-title = Дерекқор уақытша қолжетімсіз
problem-away-what = Ештеңе өзгертілген жоқ. Бір минут күтіп, артқа қайтыңыз да, нысанды қайта жіберіңіз.
problem-busy-title = Жүйе қазір бос емес
problem-busy-what = Ештеңе өзгерген жоқ. Бір минут күтіп, артқа қайтып, қайта жіберіңіз: жазғаныңыз сақталып тұр.
problem-too-large-title = Нысан тым үлкен
problem-too-large-what = Ештеңе сақталған жоқ. Артқа қайтып, бөліктерге бөліп жіберіңіз: әр файл 10 МБ-тан, барлығы 40 МБ-тан аспауы тиіс.
problem-too-often-title = Тым көп сәтсіз әрекет жасалды
problem-too-often-what = Сіздің желіңізден бұл жүйеге бұрын кірмеген браузерлерден тым көп сәтсіз әрекет жасалды. 10 минут күтіп, қайталаңыз. Бұрын кірген браузермен күтпестен кіруге болады.
foreign-title = Нысан қабылданбады
foreign-unsaid = Бұл браузер нысанды қай бет жібергенін айтпайды: ол тым ескі. Ештеңе орындалған жоқ.
foreign-address = Нысан осы жүйенің мекенжайынан емес, басқа мекенжайдан жіберілді. Ештеңе орындалған жоқ.
foreign-todo = Мына мекенжайды жаңа браузерде ашыңыз:
problem-unprintable-title = Құжатты басып шығару мүмкін емес
problem-unprintable-what = Аты-жөнінде, атауында немесе мекенжайында қаріпте жоқ әріп бар не жазба тым ұзын. Жазбаны түзетіп, қайта ашыңыз.
problem-unprintable-letter = Қаріпте жоқ әріп: «{ $letter }»
problem-failed-title = Жүйеде қате болды
problem-failed-what = Әрекет орындалған жоқ. Қайталап көріңіз; қате қайталанса, жүйе әкімшісіне хабарлаңыз.
problem-back = Қазіргі күйін көрсету
problem-home = Кіріс бетіне өту
problem-request = Сұраудың нөмірі: { $id }
