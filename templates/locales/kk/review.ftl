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
import-show-left-out = Алынбайтындары ({ $n })
import-show-none = Мұндай жол жоқ.
import-row-title = Жол
import-row = { $n }-жол
import-leave-out = Тізімге алмау
import-state = Жай-күйі
import-left-out = Алынбайды
import-contacts = Телефон, тұрғылықты жері
import-findings = Ескертпелер
import-edit = Түзету
import-leader-hint = Файлда басшы деп көрсетілген: басшыны кеңес қана тағайындайды (7-тармақ)
import-page = { $of } беттің { $n }-беті
import-page-before = Алдыңғы бет
import-open = { $n ->
   *[other] { $n } жол әлі шешілмеген: сақтау үшін әрқайсысын түзетіңіз, сұраққа жауап беріңіз немесе тізімге алмаңыз.
}
import-leave-out-open = Шешілмегендерін тізімге алмау ({ $n })
import-save = { $n ->
   *[other] { $n } адамды сақтау
}
import-propose = { $n ->
   *[other] { $n } адаммен жасақ құруды ұсыну
}
import-expires = Оқылған деректер мен файл мөрленіп, тек сізге сақталады. Сақтаған кезде, ал әйтпесе 24 сағаттан кейін екеуі де жойылады.
known-squad = Осы жасақта тұр
known-district = Ауданыңыздағы басқа жасақта тұр

columns-title = Бағандар
columns-known = Барлық баған танылды: қарап шығу немесе өзгерту
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
holds-address = Тұрғылықты жері
holds-workplace = Жұмыс орны (сақталмайды)
holds-note = Ескертпе: тек басшы белгісі қаралады
holds-nothing = Қажет емес: оқылмайды
holds-not-held = Оқылмайды: мұндай мәлімет бұл жерде сақталмауға тиіс

remedy-name = Тегін, атын және әкесінің атын жеке куәліктегідей жазыңыз.
remedy-iin = Жеке куәліктегі 12 цифрды жазыңыз немесе адамды тізімге алмаңыз.
remedy-birth-date = Күнін, айын, жылын жазыңыз немесе ұяшықты босатыңыз.
remedy-document-number = Тоғыз цифрды жазыңыз немесе ұяшықты босатыңыз.
remedy-cell = Тиісті деректі жазыңыз немесе ұяшықты босатыңыз.
remedy-another = Басқа адам екенін белгілеңіз немесе екеуінің бірін тізімге алмаңыз.
remedy-belongs = Адам тізімге кіретінін белгілеңіз немесе жолды алмаңыз.
remedy-person = Жолдағы адамның деректерін жазыңыз немесе жолды алмаңыз.
remedy-equal = Екі жолдың бірінің ЖСН-ін түзетіңіз немесе бірін тізімге алмаңыз.
answer-duplicate-person = Бұл – басқа адам
answer-row-struck-out = Тізімге кіреді

error-columns-open = Танылмаған бағандарда не жазылғанын көрсетіп, «Бағандар дұрыс» түймесін басыңыз.
error-rows-open = Бұл жол әлі шешілмеген: түзетіңіз, жауап беріңіз немесе тізімге алмаңыз.
error-candidates-none = Сақтайтын адам қалмады. Кемінде бір адамды тізімге қайтарыңыз.

## A list as a spreadsheet
export-sent = Жіберілген түрі (.xlsx)
export-answered = Қазіргі күйі (.xlsx)
export-to-mend = Түзетілуі тиіс
