## Squads
squad = Жасақ
squad-heading = «{ $name }» ерікті жасағы
squads-empty = Мұнда әзірге жасақ жоқ.
squad-members = Адам саны: { $n }
lists-of-squad = Жасақтың барлық тізімі
without-leader = Басшысы жоқ

## Proposal
squad-propose = Жасақ құруды ұсыну
squad-propose-button = Кеңеске ұсыну
squad-propose-help = Ерікті жасақтар үйлестіру кеңесінің шешімімен құрылады және олардың басшылары тағайындалады. Ұсыныс кеңес хатшысына жолданады.
field-squad-name-kk = Жасақтың қазақ тіліндегі атауы
field-squad-name-ru = Жасақтың орыс тіліндегі атауы
field-area = Іс-қимыл аумағы
field-area-hint = Жасақ жәрдем көрсететін жер: ауылдық округ, ауыл, шекаралық кеңістік учаскесі
error-squad-name-kk = Қазақ тіліндегі атауын енгізіңіз, 120 таңбаға дейін.
error-squad-name-ru = Орыс тіліндегі атауын енгізіңіз, 120 таңбаға дейін.
error-squad-area = Іс-қимыл аумағын енгізіңіз, 120 таңбаға дейін.
error-squad-unit = Жасаққа басшылық ететін құрылымдық бөлімшені таңдаңыз.

## Steps
squad-step-proposed = Ұсынылды
squad-step-created = Кеңес құрды
squad-step-rejected = Кеңес қабылдамады
squad-step-sent = Тізім жіберілді
squad-step-vetted = Мүшелері тексерілді
squad-step-led = Басшысы қызметінде

## Members
members = Жасақ мүшелері
members-empty = Әзірге ешкім ұсынылған жоқ. Үміткерлер әкімдіктің файлынан енгізіледі.
members-by-state = Мүшелер күйі бойынша
help-leader-term = Басшы аяқталу күнінсіз тағайындалады: өкілеттігі 15-тармақтағы мән-жайлардың бірі туындағанға дейін жүреді.

## Bodies of a squad
akimat = Әкімдік
leader = Жасақ басшысы
leading-unit = Басшылық ететін құрылымдық бөлімше

## Decisions
decision = Шешім
decision-kind = Шешімнің мазмұны
decision-line = { $date } № { $number }
decision-votes = қолдағандар – { $for }, қарсы болғандар – { $against }, қалыс қалғандар – { $abstained }
decisions-none = Әзірге шешім жоқ.
votes = Дауыстар

## Recording a decision
decision-record = Кеңестің шешімін енгізу
decision-appoint-button = Басшы тағайындау туралы шешімді енгізу
decision-help = Кеңес хаттамасында қалай жазылса, дәл солай енгізіңіз. Енгізілген шешім кейін өзгертілмейді.
decision-save = Шешімді енгізу
leader-later = Кейінгі шешіммен
field-decision-number = Шешімнің нөмірі
field-decision-date = Шешімнің күні
field-presided-by = Төрағалық еткен
field-votes-for = Қолдағандар
field-votes-against = Қарсы болғандар
field-votes-abstained = Қалыс қалғандар
field-leader = Жасақ басшысы
field-leader-hint = Осы жасақтың мүшелері қатарынан. Аяқталу күні болмайды: басшы 15-тармақта көрсетілген мән-жайлардың біреуі туындағанға дейінгі мерзімге тағайындалады.
error-decision-number = Шешімнің нөмірін енгізіңіз, 40 таңбаға дейін.
error-decision-number-taken = Кеңестің осы жылғы шешімдерінің ішінде мұндай нөмір бар. Нөмірді тексеріңіз.
error-decision-presided-by = Төрағалық еткен адамды көрсетіңіз, 120 таңбаға дейін.
error-decision-votes = Дауыс санын цифрмен енгізіңіз.
error-decision-not-carried = Ешкім қолдап дауыс бермеген. Дауыс санын тексеріңіз немесе ұсыныстың қабылданбағанын енгізіңіз.
error-decision-leader = Тағайындалатын адамды таңдаңыз.
error-leader-must-be-member = Басшы осы жасақтың мүшесі болуы тиіс. Жасақ мүшелерінің бірін таңдаңыз.

## Minutes
minutes = Хаттама
minutes-alt = Хаттаманың { $n }-беті
minutes-none = Хаттаманың сканерленген көшірмесі қоса берілмеген.
field-minutes = Хаттаманың сканерленген көшірмесі
field-minutes-hint = JPEG, PNG, WebP, TIFF немесе PDF, әр файл 10 МБ-қа дейін. Бұл көшірмені кеңес хатшысы ғана көреді.
