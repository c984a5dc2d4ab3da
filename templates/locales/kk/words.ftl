## Duties
duty-akimat-officer = Әкімдіктің жауапты қызметкері
duty-council-secretary = Кеңес хатшысы
duty-vetting-officer = Тексеруді жүргізетін қызметкер
duty-head = Аумақтық бөлімшенің бастығы
duty-unit-representative = Құрылымдық бөлімшенің өкілі
duty-administrator = Әкімші
duty-auditor = Аудитор
duty-state-held = Қазір атқарады
duty-state-later = Кейін басталады
duty-state-ended = Тоқтатылған

## Squads
squad-proposed = Ұсынылды
squad-created = Құрылды
squad-rejected = Қабылданбады

## Lists
list-draft = Жоба
list-sent = Жіберілді
list-received = Қабылданды
list-answered = Жауап берілді
list-closed = Аяқталды

## Entries
entry-open = Ашық
entry-returned = Түзетуге қайтарылды
entry-answered = Жауап берілді
entry-withdrawn = Кері қайтарып алынды
particular-surname = Тегі
particular-given-name = Аты
particular-patronymic = Әкесінің аты
particular-iin = ЖСН
particular-birth-date = Туған күні
particular-document-kind = Құжат түрі
particular-document-number = Құжат нөмірі
particular-address = Мекенжайы
particular-phone = Телефоны
particular-email = Электрондық поштасы
particular-language = Хат тілі

## Memberships
membership-proposed = Ұсынылды
membership-listed = Жіберілген тізімде
membership-being-vetted = Тексерілуде
membership-registered = Тіркелді
membership-to-be-removed = Жасақтан шығарылуға тиіс
membership-removed = Жасақтан шығарылды
membership-refused = Өтініш қабылданбады
membership-off-record = Есептен шығарылды
membership-withdrawn = Кері қайтарып алынды

## Leaderships
leadership-awaiting-registration = Тағайындалды, тіркелуі күтілуде
leadership-in-office = Өкілеттігі қолданыста
leadership-ended = Өкілеттігі тоқтатылды
leadership-lapsed = Өкілеттігі тоқтатылды
post-none = Басшысы жоқ

## Outcomes
outcome-registered = Тіркеу
outcome-to-be-removed = Жасақтан шығарылуға тиіс

## Decisions
decision-create = Жасақты құру
decision-appoint = Басшы тағайындау
decision-reject = Ұсынысты қабылдамау
decision-field-number = Нөмірі
decision-field-decided-on = Күні
decision-field-presided-by = Төрағалық еткен

## Documents, registers and texts of return
document-id-card = Жеке куәлік
document-passport = Паспорт
register-criminal-record = Соттылық
register-narcological = Наркологиялық есеп
register-psychoneurological = Психоневрологиялық есеп
return-unreadable-copy = Көшірмені оқу мүмкін емес
return-other-persons-copy = Көшірме басқа адамдікі
return-number-differs = Нөмірі көшірмеге сәйкес келмейді
return-name-differs = Аты-жөні көшірмеге сәйкес келмейді
return-ask-subdivision = Аумақтық бөлімшеге хабарласу қажет

## Entries of the book
book-registered = Тіркелді
book-trained = Құқықтық дайындықтан өтті
book-training-withdrawn = Түзету: дайындыққа қатыспаған
book-off-record = Есептен шығарылды
book-off-record-withdrawn = Түзету: есептен шығарылған жоқ
book-result = Қызметтің нәтижесі
book-result-corrected = Түзету: қызметтің нәтижесі

## Copies and IINs that were opened
opened-copy = Жеке куәліктің көшірмесі
opened-iin = ЖСН
opened-certificate = Куәлік

## Handoffs
handoff-put-to-council = Жасақ құру мәселесін кеңеске енгізу
handoff-squad-rejected = Кеңес жасақ құру туралы ұсынысты қабылдамады
handoff-send-list = Жасақ мүшелерінің тізімін жіберу
handoff-squad-created = Ерікті жасақ құрылды
handoff-receive-list = Тізімді қабылдау
handoff-vet-list = Тізімдегі адамдарды тексеру
handoff-correct-list = Қайтарылған жазбаларды түзетіп, қайта жіберу
handoff-remove-people = Адамдарды жасақтан шығару
handoff-people-in-book = Кітапқа жаңа адамдар тіркелді
handoff-appoint-leader = Жасақтың басшысы жоқ: мәселені кеңеске енгізу
handoff-inform-people = Есептен шығарылған адамдарға хабарлау
handoff-decide-application = Өтініш бойынша шешім қабылдау
handoff-inform-applicant = Өтініш берушіге шешімді хабарлау
handoff-tell-refusal = Өтініш берушіге бас тартуды хабарлау
handoff-officer-in-book = Кітапқа штаттан тыс қызметкер тіркелді
handoff-record-own-wish = Есептен шығару туралы өтінішті қарау
handoff-invite-leader = Басшыға кіру мүмкіндігін беру
handoff-agree-plan = Қызметке шығу жоспарын келісу
handoff-enter-result = Қызметтің нәтижесін кітапқа енгізу
handoff-acknowledge-report = Бұзушылық туралы хабарды оқу
handoff-sign-certificates = Куәліктерге қол қою
handoff-hand-over-certificates = Куәліктерді иелеріне табыс ету
handoff-settle-papers = Жарамсыз куәліктердің бланкі туралы белгі қою

## Acts
act-resend-mail = Хат қайта жіберілді
act-mark-undelivered = Хат жеткізілмеді деп белгіленді
act-correct-address = Мекенжай түзетілді
act-propose-squad = Жасақ құру ұсынылды
act-create-squad = Кеңестің шешімімен жасақ құрылды
act-reject-squad = Кеңес ұсынысты қабылдамады
act-appoint-leader = Кеңестің шешімімен басшы тағайындалды
act-correct-decision = Шешімнің жазылуы түзетілді
act-add-candidates = Үміткерлер қосылды
act-correct-candidate = Үміткер туралы мәліметтер түзетілді
act-attach-copies = Құжаттардың көшірмелері қоса берілді
act-match-copies = Көшірмелер адамдар бойынша бөлінді
act-withdraw-candidate = Үміткер кері қайтарып алынды
act-send-list = Тізім жіберілді
act-receive-list = Тізім қабылданды
act-return-entries = Жазбалар түзетуге қайтарылды
act-note-registers = Сұрау салулар белгіленді
act-record-training = Құқықтық дайындық енгізілді
act-withdraw-training = Құқықтық дайындық туралы жазба кері қайтарып алынды
act-take-off-record = Адам есептен шығарылды
act-put-back-on-record = Адам есепке қайтарылды
act-leadership-restored = Басшының өкілеттігі жалғасады
act-leadership-ends = Басшының өкілеттігі тоқтатылды
act-discharge-notice = Адамға хабарланды
act-reopen-notice = Хабарлама жетпеді
act-receive-application = Өтініш қабылданды
act-correct-application = Өтініш деректері түзетілді
act-attach-application-copies = Өтінішке көшірме тіркелді
act-remove-application-copy = Өтініштің көшірмесі алып тасталды
act-note-application-registers = Өтініш беруші бойынша сұрау салулар белгіленді
act-accept-application = Өтініш бойынша оң шешім қабылданды
act-refuse-application = Өтініш бойынша бас тарту туралы шешім қабылданды
act-withdraw-application = Өтініш кері қайтарып алынды
act-inform-applicant = Өтініш берушіге хабарланды
act-tell-refusal = Өтініш берушіге бас тарту хабарланды
act-reopen-applicant-notice = Өтініш берушіге хабарлама жетпеді
act-confirm-contact = Байланыс мәліметтері нақтыланды
act-ask-to-leave = Есептен шығару сұралды
act-withdraw-wish = Есептен шығару туралы өтініш қайтарып алынды
act-set-wish-aside = Есептен шығару туралы өтініш расталмады
act-invite-leader = Басшыға кіру мүмкіндігі берілді
act-end-leader-sessions = Бөлімше басшының сеансын аяқтады
act-propose-plan = Қызметке шығу ұсынылды
act-propose-plan-again = Қызметке шығу қайта ұсынылды
act-agree-plan = Қызметке шығу келісілді
act-return-plan = Жоспар қайтарылды
act-cancel-plan = Қызметке шығу болдырылмады
act-assign-people = Адамдар тағайындалды
act-amend-plan = Келісілген жоспар өзгертілді
act-copy-plan = Қызметке шығу басқа күндерге ұсынылды
act-confirm-assignment = Жасақ мүшесі келетінін айтты
act-decline-assignment = Жасақ мүшесі келе алмайтынын айтты
act-note-reached = Басшы адамдармен хабарласты
act-tell-days-away = Келе алмайтын күндер айтылды
act-note-days-away = Келе алмайтын күндер белгіленді
act-end-days-away = Келе алмайтын күндер қайтарып алынды
act-record-result = Қызметтің нәтижесі енгізілді
act-enter-result = Қызметтің нәтижесі кітапқа енгізілді
act-correct-result = Қызметтің нәтижесі түзетілді
act-report-fact = Бұзушылық туралы хабарланды
act-acknowledge-report = Бөлімше хабарды оқыды
act-prepare-certificates = Куәліктер дайындалды
act-sign-certificates = Куәліктерге қол қойылды
act-print-certificates = Куәліктер басып шығарылды
act-hand-over-certificate = Куәлік табыс етілді
act-void-certificate = Куәлік жарамсыз деп танылды
act-settle-paper = Куәлік бланкі туралы белгі қойылды
act-record-signatory = Қол қоюшының деректері енгізілді
act-mail-to-person-fails = Адамға жіберілген хат жетпеді
act-return-outcomes = Нәтижелер жіберілді
act-take-back-outcome = Нәтиже кері қайтарып алынды
act-remove-people = Адамдар жасақтан шығарылды
act-read-information = Мәліметпен танысылды
act-leader-takes-office = Басшының өкілеттігі басталды
act-leadership-lapses = Басшының орны босады
act-invite-user = Пайдаланушы шақырылды
act-grant-duty = Міндет жүктелді
act-confirm-duty = Міндет расталды
act-end-duty = Міндет тоқтатылды
act-send-link = Жаңа сілтеме жасалды
act-disable-user = Тіркелгі бұғатталды
act-end-sessions = Сеанстар аяқталды
act-add-body = Орган қосылды
act-change-body = Орган туралы мәлімет өзгертілді
act-succeed-body = Органның істері құқықтық мирасқорға тапсырылды

## Subjects of acts
subject-handoff = Берілген іс
subject-squad = Жасақ
subject-list = Тізім
subject-entry = Тізімдегі жазба
subject-membership = Жасақ мүшесі
subject-leadership = Жасақ басшысы
subject-decision = Кеңестің шешімі
subject-dispatch = Тізімнің жіберілуі
subject-copy = Жеке куәліктің көшірмесі
subject-book-entry = Кітаптағы жазба
subject-training = Құқықтық дайындық
subject-notice-duty = Адамға хабарлау
subject-contact = Адамның байланыс мәліметтері
subject-own-wish = Есептен шығару туралы өтініш
subject-plan = Қызметке шығу жоспары
subject-report = Хабар
subject-application = Өтініш
subject-certificate = Куәлік
subject-certificate-register = Куәліктер тізілімі
subject-assignment = Қызметке тағайындау
subject-target = Бөлімшенің ішкі мерзімі
subject-checks = Тексерудің аяқталуы
subject-body = Орган
subject-user = Пайдаланушы
subject-duty = Міндет
subject-mail = Хат

## Bodies
body-kind-akimat = Әкімдік
body-kind-council = Үйлестіру кеңесі
body-kind-territorial-subdivision = Аумақтық бөлімше
body-kind-structural-unit = Құрылымдық бөлімше
body-open = Жұмыс істейді
body-closed = Жабылған

## Choices of filters
trouble-returned = Түзетуге қайтарылған жазбалары барлар
trouble-past-target = Ішкі мерзімі өткендер
case-squad = Жасақ
case-list = Тізім
case-plan = Қызметке шығу
case-report = Хабар
case-application = Өтініш
case-certificate-register = Куәліктер тізілімі

## Accounts
account-invited = Шақырылған
account-active = Қолданыста
account-disabled = Бұғатталған

## Languages
language-kk = Қазақ тілі
language-ru = Орыс тілі
language-en = Ағылшын тілі

## Standing of a clause
standing-by-acts = Жүйедегі әрекеттермен орындалады
standing-in-part = Ішінара ескерілген
standing-not-yet = Әзірге қамтылмаған

## Адамдарға хабарлау
notice-duty-open = Хабарлау керек
notice-duty-done = Хабарланды
notice-duty-withdrawn = Хабарлау қажет емес
own-wish-asked = Күтіп тұр
own-wish-recorded = Орындалды
own-wish-set-aside = Расталмады
own-wish-withdrawn = Қайтарып алынды
plan-proposed = Ұсынылды
plan-returned = Қайтарылды
plan-agreed = Келісілді
plan-held = Өткізілді
plan-cancelled = Болдырылмады
assignment-assigned = Жауап күтілуде
assignment-confirmed = Келеді
assignment-declined = Келе алмайды
assignment-attended = Келді
assignment-absent = Келмеді
assignment-cancelled = Шықпайды
report-sent = Жіберілді
report-acknowledged = Бөлімше оқыды
application-received = Түсті
application-being-vetted = Тексерілуде
application-accepted = Қабылданды
application-refused = Бас тартылды
application-withdrawn = Кері қайтарып алынды
application-decision-accepted = Оң шешім
application-decision-refused = Бас тарту
certificate-prepared = Қол қою күтілуде
certificate-signed = Қол қойылды
certificate-handed-over = Табыс етілді
certificate-void = Жарамсыз
certificate-register-open = Ашық
certificate-register-closed = Жабық
certificate-kind-freelance = Штаттан тыс қызметкердің куәлігі
certificate-kind-volunteer = Ерікті жасақ мүшесінің куәлігі
void-cause-off-record = иесі есептен шығарылды
void-cause-doubled = иесінің басқа куәлігі бар
void-cause-lost = жоғалды
void-cause-damaged = бүлінді
void-cause-wrong = қате жазылған
void-cause-reprinted = құқықтық мирасқор бөлімше басқасын берді
paper-fate-handed-in = тапсырылды
paper-fate-destroyed = жойылды
paper-fate-not-returned = қайтарылмады
print-kind-first = алғашқы рет
print-kind-repeated = қайталап
print-kind-spoiled = бүлінген
check-valid = Куәлік жарамды
check-not-valid = Куәлік жарамсыз
check-unknown = Куәлік белгісіз
regime-border = Мемлекеттік шекараны бұзу
regime-state-border = Мемлекеттік шекара режимін бұзу
regime-checkpoints = Өткізу пункттеріндегі режимді бұзу
regime-border-area = Шекара режимін бұзу
regime-waters = Аумақтық және ішкі сулар режимін бұзу
regime-fishing-zone = Балық аулау аймағының режимін бұзу
regime-continental-shelf = Континенттік қайраң режимін бұзу
reach-unconfirmed = байланыс нақтыланбаған
reach-confirmed = байланыс нақтыланған
reach-refused = хат жетпеді
lack-book = әлі есепте жоқ
lack-training = құқықтық дайындықтан өтпеген
against-busy = бұл уақытта бос емес
against-away = бұл күні келе алмайды
against-tired = демалысы аз
channel-email = Электрондық поштамен
channel-letter = Хатпен
channel-phone = Телефонмен
channel-in-hand = Қолма-қол
paper-field-number = нөмірі
paper-field-holder = иесінің аты-жөні
paper-field-subdivision = бөлімшенің атауы
paper-field-position = лауазымы
paper-field-rank = әскери атағы
paper-field-signatory = бастықтың аты-жөні
paper-field-code = тексеру коды
paper-field-words = бланкінің мәтіні
