## Every mail. Never a name, an IIN, an outcome of a person or a reason.
mail-link = «Жасақ» жүйесінде ашу
mail-why = Бұл хат Сізге атқаратын міндетіңіз бойынша жіберілді: { $duty }, { $body }.
mail-why-mailbox = Бұл хат органның пошта жәшігіне жіберілді ({ $body }), себебі онда «{ $duty }» міндетін атқаратын адам жоқ.
mail-why-above-mailbox = Бұл хат органның пошта жәшігіне жіберілді ({ $body }), себебі «{ $duty }» міндетін атқаратындар аталған әрекетті орындамады.
mail-why-person = Бұл мекенжайды { $body } Сізден нақтылағандықтан, хат Сізге жіберілді. Мекенжай Сіздікі болмаса, бөлімшеге хабарлаңыз.
mail-above-head = аумақтық бөлімшенің бастығына
mail-above-mailbox = органның пошта жәшігіне
mail-automatic = Хатты жүйе автоматты түрде жіберді: оған келген жауаптарды ешкім оқымайды. Хатта дербес деректер жоқ.
mail-due-internal = Бөлімшенің ішкі мерзімі: { $date }. Қағидаларда мерзім белгіленбеген.
mail-row = { $row }-жол: { $what }

## Mails of handoffs
mail-basis-clause = { $n }-тармақ
mail-basis-own-message = бұл хабарлама Қағидаларда белгіленбеген
mail-basis-own-step = бұл әрекет Қағидаларда белгіленбеген
mail-put-to-council-title = жасақ құру мәселесін кеңеске енгізіңіз
mail-put-to-council-what = Әкімдік ерікті жасақ құруды ұсынады: { $reference }. Үміткерлер саны: { $people }.
mail-put-to-council-todo = Мәселені үйлестіру кеңесінің қарауына шығарып, қабылданған шешімді жүйеге енгізіңіз ({ $basis }).
mail-squad-rejected-title = кеңес жасақ құру туралы ұсынысты қабылдамады
mail-squad-rejected-what = Үйлестіру кеңесінің { $date } № { $number } шешімімен «{ $squad }» ерікті жасағын құру туралы ұсыныс қабылданбады ({ $basis }).
mail-squad-rejected-todo = Қазір ешқандай әрекет талап етілмейді.
mail-send-list-title = жасақ құрылды, тізімді жіберіңіз
mail-send-list-what = Үйлестіру кеңесінің { $date } № { $number } шешімімен «{ $squad }» ерікті жасағы құрылды.
mail-send-list-todo = Ерікті жасақ мүшелерінің тізімін жеке куәліктерінің көшірмесімен бірге аумақтық бөлімшеге жіберіңіз ({ $basis }).
mail-squad-created-title = ерікті жасақ құрылды
mail-squad-created-what = Үйлестіру кеңесінің { $date } № { $number } шешімімен Сіздің бөлімшеңіз басшылық ететін «{ $squad }» ерікті жасағы құрылды ({ $basis }).
mail-squad-created-todo = Қазір ешқандай әрекет талап етілмейді.
mail-receive-list-title = { $corrected ->
        [0] тізімді қабылдаңыз
       *[other] түзетілген жазбаларды қабылдаңыз ({ $corrected })
    }
mail-receive-list-what = { $corrected ->
        [0] Әкімдік ерікті жасақ мүшелерінің тізімін жіберді. Адам саны: { $people }.
       *[other] Әкімдік Сіз қайтарған жазбаларды түзетіп, қайта жіберді. Жазба саны: { $corrected }.
    }
mail-receive-list-todo = { $corrected ->
        [0] Тізімді қабылдап, кіріс нөмірін беріңіз ({ $basis }).
       *[other] Жазбаларды қабылдап, кіріс нөмірін беріңіз ({ $basis }).
    }
mail-vet-list-title = тізімдегі адамдарды тексеріңіз
mail-vet-list-what = Тізім қабылданды. Тексерілетін адам саны: { $people }.
mail-vet-list-todo = Адамдарды тексеріп, әрқайсысы бойынша нәтижені жіберіңіз ({ $basis }).
mail-correct-list-title = тізімді түзетіңіз
mail-correct-list-what = Аумақтық бөлімше тізімдегі жазбаларды түзетуге қайтарды. Жол саны: { $people }.
mail-correct-list-todo = Осы жолдарды түзетіп, қайта жіберіңіз ({ $basis }).
mail-remove-people-title = аумақтық бөлімшенің жауабы келді
mail-remove-people-what = Аумақтық бөлімше нәтижелерді жіберді. Тіркелді: { $registered }. Жасақтан шығарылуға тиіс: { $removed }. Нәтижесі әлі жоқ: { $open }.
mail-remove-people-todo = Жүйедегі бетте көрсетілген адамдарды жасақтан шығарыңыз ({ $basis }).
mail-people-in-book-title = кітапта жаңа адамдар бар
mail-people-in-book-what = Аумақтық бөлімше Сіздің бөлімшеңіздің шекара қызметі кітабына жаңа адамдарды тіркеді ({ $basis }). Адам саны: { $registered }.
mail-people-in-book-todo = Қазір ешқандай әрекет талап етілмейді.
mail-appoint-leader-title = жасақтың басшысы жоқ
mail-appoint-leader-what = «{ $squad }» ерікті жасағының басшысы жоқ.
mail-appoint-leader-todo = Басшы тағайындау мәселесін үйлестіру кеңесінің қарауына шығарыңыз ({ $basis }).

## Mails for information
mail-list-received-title = тізім қабылданды
mail-list-received-what = Аумақтық бөлімше тізімді қабылдады: кіріс № { $number }, { $date } ({ $basis }). Қазір ешқандай әрекет талап етілмейді.
mail-decision-corrected-title = шешімнің деректемелері түзетілді
mail-decision-corrected-what = Үйлестіру кеңесінің «{ $squad }» жасағы туралы шешімінің дұрыс деректемелері: № { $number }, { $date }. Шешімнің мазмұны өзгерген жоқ ({ $basis }). Қазір ешқандай әрекет талап етілмейді.
mail-decision-corrected-at-unit-title = шешімнің деректемелері түзетілді
mail-decision-corrected-at-unit-what = Үйлестіру кеңесінің «{ $squad }» жасағы туралы шешімінің дұрыс деректемелері: № { $number }, { $date }. Шешімнің мазмұны өзгерген жоқ ({ $basis }). Қазір ешқандай әрекет талап етілмейді.
mail-outcomes-returned-title = аумақтық бөлімшенің жауабы келді
mail-outcomes-returned-what = Аумақтық бөлімше нәтижелерді жіберді. Тіркелді: { $registered }. Жасақтан шығарылуға тиіс: { $removed }. Нәтижесі әлі жоқ: { $open } ({ $basis }). Қазір ешқандай әрекет талап етілмейді.
mail-people-removed-title = әкімдік тізім бойынша әрекетін аяқтады
mail-people-removed-what = Әкімдік адамдарды жасақтан шығарды ({ $basis }). Адам саны: { $removed }. Қазір ешқандай әрекет талап етілмейді.
mail-inform-people-title = есептен шығарылған адамдарға хабарлаңыз
mail-inform-people-what = «{ $squad }» жасағының мүшелері есептен шығарылды, Сіздің бөлімшеңіз оларға хабарлауға тиіс ({ $basis }).
mail-inform-people-todo = Әрқайсысына хабарлап, тәсілі мен күнін белгілеңіз. Неше адам күтіп тұрғаны «Хабарлау» бетінде көрсетілген.
mail-record-own-wish-title = есептен шығару туралы өтініш
mail-record-own-wish-what = «{ $squad }» жасағының мүшесі өзін есептен шығаруды сұрайды ({ $basis }).
mail-record-own-wish-todo = Өтінішке көз жеткізіп, есептен шығарыңыз немесе расталмағанын белгілеңіз. Кім сұрағаны жасақтың бетінде көрсетілген.
mail-invite-leader-title = басшыға кіру мүмкіндігін беріңіз
mail-invite-leader-what = «{ $squad }» жасағының қызметіндегі басшысы басшыларға арналған беттерге әлі кіре алмайды ({ $basis }).
mail-invite-leader-todo = Мекенжайды басшының өзінен нақтылап, сілтеме жіберіңіз немесе логин мен кодты басып шығарып, қолына беріңіз.
mail-agree-plan-title = қызметке шығу жоспарын келісіңіз
mail-agree-plan-what = «{ $squad }» жасағының басшысы қызметке шығуды ұсынады ({ $basis }).
mail-agree-plan-todo = Жоспарды келісіңіз немесе нені өзгерту керегін көрсетіп қайтарыңыз.
mail-plan-agreed-title = қызметке шығу келісілді
mail-plan-agreed-what = Бөлімше «{ $squad }» жасағының қызметке шығуын келісті ({ $basis }). Кім шығатынын таңдаңыз.
mail-plan-returned-title = жоспарды өзгерту керек
mail-plan-returned-what = Бөлімше «{ $squad }» жасағының жоспарын қайтарды ({ $basis }). Нені өзгерту керегі бетте көрсетілген.
mail-plan-cancelled-title = қызметке шығу болдырылмады
mail-plan-cancelled-what = Бөлімше «{ $squad }» жасағының қызметке шығуын болдырмады ({ $basis }). Ешкім шықпайды.
mail-plan-amended-title = жоспар өзгерді
mail-plan-amended-what = Бөлімше «{ $squad }» жасағының келісілген жоспарын өзгертті ({ $basis }). Кім шығатынын қайта қараңыз.
mail-assignment-declined-title = біреу келе алмайды
mail-assignment-declined-what = «{ $squad }» жасағынан бір адам келе алмайтынын айтты ({ $basis }). Орнына басқа адам таңдай аласыз.
mail-enter-result-title = қызметтің нәтижесін кітапқа енгізіңіз
mail-enter-result-what = «{ $squad }» жасағының басшысы қызметтің нәтижесін енгізді ({ $basis }).
mail-enter-result-todo = Нәтижені тексеріп, кітапқа енгізіңіз.
mail-acknowledge-report-title = бұзушылық туралы хабар келді
mail-acknowledge-report-what = «{ $squad }» жасағы бойынша бұзушылық туралы хабар келді ({ $basis }).
mail-acknowledge-report-todo = Хабарды қазір оқып, оқығаныңызды белгілеңіз.
mail-person-assigned-title = қызметке шығу
mail-person-assigned-what = Сізді «{ $squad }» жасағымен қызметке шақырады: { $begins } – { $ends } ({ $plan }; { $basis }).
mail-person-assigned-todo = Төмендегі сілтеме арқылы жиналатын жерді көріп, келетініңізді не келе алмайтыныңызды айтыңыз. Тіркелгі қажет емес.
mail-assignment-changed-title = қызмет уақыты немесе орны өзгерді
mail-assignment-changed-what = «{ $squad }» жасағының қызметі өзгерді: { $begins } – { $ends } ({ $plan }; { $basis }).
mail-assignment-changed-todo = Төмендегі сілтеме арқылы келетініңізді не келе алмайтыныңызды қайта айтыңыз.
mail-assignment-near-title = қызметке шығу жақындады
mail-assignment-near-what = Еске саламыз: «{ $squad }» жасағының қызметі { $begins } – { $ends } ({ $plan }; { $basis }).
mail-assignment-near-todo = Келе алмасаңыз, төмендегі сілтеме арқылы айтыңыз.
mail-assignment-cancelled-title = қызметке шықпайсыз
mail-assignment-cancelled-what = Сізге «{ $squad }» жасағымен { $begins } – { $ends } қызметке шығудың қажеті жоқ ({ $plan }; { $basis }).
mail-place = Жиналатын жер: { $place }
calendar-summary = Кездесу { $reference }
mail-leader-invited-title = жасақ басшысының кіру мүмкіндігі
mail-leader-invited-what = Сіз «{ $squad }» жасағының басшысысыз ({ $basis }). Логиніңіз: { $login }. Төмендегі сілтеме арқылы құпиясөз қойыңыз; ол { $until } дейін жарамды. Содан кейін логин мен құпиясөз арқылы бір телефоннан кіресіз.
mail-record-ended-title = есептен шығарылу
mail-record-ended-what = { $body } Сіздің { $date } бастап Мемлекеттік шекараны қорғауға қатысатын адамдардың есебінен шығарылғаныңызды хабарлайды («{ $squad }» жасағы; { $basis }). Түсінік алу үшін бөлімшеге жүгіне аласыз.
mail-contact-confirmed-title = бөлімше хат жазатын мекенжай
mail-contact-confirmed-what = { $body } «{ $squad }» жасағының істері бойынша Сізге осы мекенжайға хат жазады ({ $basis }). Бұдан былай қатысқыңыз келмесе, төмендегі сілтеме арқылы есептен шығаруды сұрай аласыз; ол { $days } күн жарамды. Тіркелгі қажет емес.
mail-taken-off-record-title = жасақ мүшесі есептен шығарылды
mail-taken-off-record-what = Құрылымдық бөлімше «{ $squad }» жасағының мүшесін есептен шығарды ({ $basis }).
mail-taken-off-record-at-council-title = жасақ мүшесі есептен шығарылды
mail-taken-off-record-at-council-what = Құрылымдық бөлімше «{ $squad }» жасағының мүшесін есептен шығарды ({ $basis }).
mail-put-back-on-record-title = жасақ мүшесі қайтадан есепте
mail-put-back-on-record-what = «{ $squad }» жасағының мүшесі есептен қателесіп шығарылған еді, қазір қайтадан есепте тұр ({ $basis }).
mail-put-back-on-record-at-council-title = жасақ мүшесі қайтадан есепте
mail-put-back-on-record-at-council-what = «{ $squad }» жасағының мүшесі есептен қателесіп шығарылған еді, қазір қайтадан есепте тұр ({ $basis }). Осы себепті тоқтатылған басшының өкілеттігі жалғасады.
mail-digest-title = ақпараттық хаттар жинағы
mail-digest-what = Жинақталған хабарлар саны: { $news }. Олар бойынша ешқандай әрекет талап етілмейді. Ақпараттық хаттарды бір хатпен алуды Сіз өзіңіз таңдадыңыз, мұны «Менің тіркелгім» бетінде өзгертуге болады.

## Mails of the account
mail-invitation-title = жүйеге шақыру
mail-invitation-what = Әкімші Сізді шекара маңындағы аудандардың ерікті жасақтарымен жұмысқа арналған «Жасақ» жүйесіне шақырды.
mail-invitation-todo = Төмендегі сілтеме арқылы құпиясөзіңізді орнатыңыз. Тіркелгіңіз бар болса, жүйеге кіріп, ұсынысты оның бетінде қабылдаңыз. Сілтемені бір рет қана пайдалануға болады, ол { $until } дейін жарамды.
mail-duty-granted-title = Сізге жаңа міндет жүктелді
mail-duty-granted-what = Әкімші Сізге жүйеде жаңа міндет жүктеді.
mail-duty-granted-todo = Жүйеге бұрынғы құпиясөзіңізбен кіріңіз: жаңа міндетіңіз тіркелгіңізде көрсетілген.
mail-grant-told-title = жаңа міндет берілді
mail-grant-told-what = Органыңызда жүйедегі міндет тағы бір адамға берілді: { $duty }.
mail-grant-told-todo = Бұл дұрыс болса, міндетті жүйеде растаңыз: оған дейін ол жасақтарды, тізімдер мен адамдарды ашпайды. Бұл туралы білмесеңіз, орган басшысына немесе жүйе әкімшісіне бірден хабарласыңыз.
mail-password-reset-title = жаңа құпиясөз орнату сілтемесі
mail-password-reset-what = Тіркелгіңіз үшін жаңа құпиясөз орнататын сілтеме сұралды.
mail-password-reset-todo = Сілтемені бір рет қана пайдалануға болады, ол { $until } дейін жарамды. Оны Сіз сұрамаған болсаңыз, ештеңе істемеңіз: құпиясөзіңіз өзгермейді.
mail-password-changed-title = құпиясөзіңіз өзгертілді
mail-password-changed-what = Тіркелгіңіздің құпиясөзі өзгертілді, басқа сеанстар аяқталды.
mail-password-changed-todo = Мұны Сіз жасамаған болсаңыз, жүйе әкімшісіне дереу хабарлаңыз.
mail-address-corrected-title = электрондық пошта мекенжайыңыз түзетілді
mail-address-corrected-what = Бұрынғы мекенжайыңызға хаттар жеткізілмеді, сондықтан әкімші жүйедегі мекенжайыңызды осы мекенжайға түзетті.
mail-address-corrected-todo = Жүйеге енді осы мекенжаймен және бұрынғы құпиясөзіңізбен кіріңіз. Мұны күтпеген болсаңыз, әкімшіге дереу хабарлаңыз.
mail-address-replaced-title = мекенжайыңыз ауыстырылды
mail-address-replaced-what = Осы мекенжайға хаттар жетпегендіктен, әкімші оны тіркелгіңізде басқа мекенжайға ауыстырды.
mail-address-replaced-todo = Осы хатты оқып отырсаңыз және ауыстыруды сұрамаған болсаңыз, әкімшіге дереу хабарлаңыз.

## Reminders
mail-reminder-due-soon-title = № { $number } еске салу: ішкі мерзімге { $days } күн қалды
mail-reminder-due-soon-what = Сізден күтілетін әрекет: «{ $what }».
mail-reminder-due-soon-todo = Бұл әрекетті ішкі мерзім аяқталғанға дейін орындаңыз ({ $basis }).
mail-reminder-due-tomorrow-title = № { $number } еске салу: ішкі мерзім – { $date }
mail-reminder-due-tomorrow-what = Ішкі мерзім аяқталуға жақын, ал мына әрекет әлі орындалған жоқ: «{ $what }».
mail-reminder-due-tomorrow-todo = Оны { $date } аяқталғанға дейін орындаңыз ({ $basis }).
mail-reminder-due-passed-title = № { $number } еске салу: ішкі мерзім өтті
mail-reminder-due-passed-what = Ішкі мерзім { $date } күні аяқталды, бірақ мына әрекет орындалмады: «{ $what }». Бұл туралы хат { $above } жіберілді.
mail-reminder-due-passed-todo = Әрекетті кідіртпей орындаңыз ({ $basis }).
mail-reminder-due-long-passed-title = № { $number } еске салу: ішкі мерзімнен { $days } күн өтті
mail-reminder-due-long-passed-what = Мына әрекет ішкі мерзім өткеннен кейін де орындалмай тұр: «{ $what }». Бұл туралы { $above } қайтадан хат жіберілді.
mail-reminder-due-long-passed-todo = Әрекетті бүгін орындаңыз ({ $basis }). Орындай алмасаңыз, әкімшіден орынбасар тағайындауды сұраңыз.
mail-reminder-waiting-title = № { $number } еске салу: әрекетіңіз { $days } күннен бері күтілуде
mail-reminder-waiting-what = Сізден күтілетін әрекет: «{ $what }». Қағидаларда оған мерзім белгіленбеген.
mail-reminder-waiting-todo = Бетті ашып, әрекетті орындаңыз ({ $basis }).
mail-reminder-still-waiting-title = № { $number } еске салу: { $days } күн бойы орындалмады
mail-reminder-still-waiting-what = Іс мына әрекетсіз жалғаса алмайды: «{ $what }». Қағидаларда оған мерзім белгіленбеген.
mail-reminder-still-waiting-todo = Әрекетті орындаңыз, басқа органдар соны күтіп отыр ({ $basis }).
mail-reminder-long-waiting-title = № { $number } еске салу: іс { $days } күн бойы қозғалмай тұр
mail-reminder-long-waiting-what = Мына әрекет { $days } күн бойы орындалмады: «{ $what }». Қағидаларда оған мерзім белгіленбеген. Бұл туралы хат { $above } жіберілді.
mail-reminder-long-waiting-todo = Әрекетті орындаңыз ({ $basis }). Орындай алмасаңыз, әкімшіден орынбасар тағайындауды сұраңыз.

## Reminders to those above
mail-above-due-passed-title = ішкі мерзім өтті, әрекет орындалмады
mail-above-due-passed-what = Ішкі мерзім { $date } күні аяқталды, бірақ мына әрекет орындалмады: «{ $what }». Жауапты қызметкерлерге { $number } рет еске салынды.
mail-above-due-passed-todo = Орындалуын бақылауға алыңыз ({ $basis }).
mail-above-due-long-passed-title = ішкі мерзімнен { $days } күн өтті
mail-above-due-long-passed-what = Мына әрекет әлі орындалмай тұр: «{ $what }». Жауапты қызметкерлерге { $number } рет еске салынды.
mail-above-due-long-passed-todo = Орындалуын қамтамасыз етіңіз ({ $basis }). Қажет болса, әкімші орынбасар тағайындайды.
mail-above-long-waiting-title = іс { $days } күн бойы қозғалмай тұр
mail-above-long-waiting-what = Мына әрекет { $days } күн бойы орындалмады: «{ $what }». Қағидаларда оған мерзім белгіленбеген. Жауапты қызметкерлерге { $number } рет еске салынды.
mail-above-long-waiting-todo = Орындалуын қамтамасыз етіңіз ({ $basis }). Қажет болса, әкімші орынбасар тағайындайды.

## Kinds of mails
mail-kind-reminder-due-soon = Еске салу
mail-kind-reminder-due-tomorrow = Еске салу
mail-kind-reminder-due-passed = Мерзімі өткені туралы еске салу
mail-kind-reminder-due-long-passed = Мерзімі өткені туралы еске салу
mail-kind-reminder-waiting = Еске салу
mail-kind-reminder-still-waiting = Қайта еске салу
mail-kind-reminder-long-waiting = Ұзақ күтілгені туралы еске салу
mail-kind-above-due-passed = Мерзімі өткені туралы басшылыққа хат
mail-kind-above-due-long-passed = Мерзімі өткені туралы басшылыққа қайталама хат
mail-kind-above-long-waiting = Ұзақ күтілгені туралы басшылыққа хат
mail-kind-digest = Ақпараттық хаттар жинағы
mail-kind-address-corrected = Мекенжайдың түзетілгені туралы хат
mail-kind-address-replaced = Бұрынғы мекенжайға хабарлама
mail-kind-put-to-council = Кеңес хатшысына хат
mail-kind-squad-rejected = Әкімдікке хат
mail-kind-send-list = Әкімдікке хат
mail-kind-squad-created = Құрылымдық бөлімшеге хат
mail-kind-receive-list = Аумақтық бөлімшеге хат
mail-kind-vet-list = Тексеруді жүргізетін қызметкерлерге хат
mail-kind-correct-list = Әкімдікке хат
mail-kind-remove-people = Әкімдікке хат
mail-kind-people-in-book = Құрылымдық бөлімшеге хат
mail-kind-appoint-leader = Кеңес хатшысына хат
mail-kind-list-received = Әкімдікке тізімнің қабылданғаны туралы хабарлама
mail-kind-decision-corrected = Әкімдікке шешім деректемелерінің түзетілгені туралы хат
mail-kind-decision-corrected-at-unit = Құрылымдық бөлімшеге шешім деректемелерінің түзетілгені туралы хат
mail-kind-outcomes-returned = Әкімдікке хат
mail-kind-people-removed = Аумақтық бөлімшеге хат
mail-kind-inform-people = Құрылымдық бөлімшеге хабарлау туралы хат
mail-kind-record-own-wish = Құрылымдық бөлімшеге есептен шығару өтініші туралы хат
mail-kind-invite-leader = Құрылымдық бөлімшеге басшының кіру мүмкіндігі туралы хат
mail-kind-agree-plan = Құрылымдық бөлімшеге жоспар туралы хат
mail-kind-plan-agreed = Басшыға келісілген жоспар туралы хат
mail-kind-plan-returned = Басшыға қайтарылған жоспар туралы хат
mail-kind-plan-cancelled = Басшыға болдырылмаған жоспар туралы хат
mail-kind-plan-amended = Басшыға өзгертілген жоспар туралы хат
mail-kind-assignment-declined = Басшыға келе алмайтын адам туралы хат
mail-kind-enter-result = Құрылымдық бөлімшеге нәтиже туралы хат
mail-kind-acknowledge-report = Құрылымдық бөлімшеге бұзушылық туралы хат
mail-kind-person-assigned = Адамға қызметке шығу туралы хат
mail-kind-assignment-changed = Адамға өзгеріс туралы хат
mail-kind-assignment-near = Адамға еске салу хаты
mail-kind-assignment-cancelled = Адамға қызметтің болмайтыны туралы хат
mail-kind-leader-invited = Басшыға кіру мүмкіндігі туралы хат
mail-kind-record-ended = Адамға есептен шығарылуы туралы хат
mail-kind-contact-confirmed = Адамға мекенжайы туралы хат
mail-kind-taken-off-record = Әкімдікке есептен шығару туралы хат
mail-kind-taken-off-record-at-council = Кеңеске есептен шығару туралы хат
mail-kind-put-back-on-record = Әкімдікке есептің түзетілгені туралы хат
mail-kind-put-back-on-record-at-council = Кеңеске есептің түзетілгені туралы хат
mail-kind-invitation = Шақыру хаты
mail-kind-duty-granted = Жаңа міндет туралы хат
mail-kind-grant-told = Органға жаңа міндет туралы хат
mail-kind-password-reset = Жаңа құпиясөз орнату сілтемесі
mail-kind-password-changed = Құпиясөздің өзгергені туралы хат

## Fate of a mail
mail-queued = жіберу кезегінде тұр
mail-retried = әзірге жіберілмеді, қайта жіберіледі
mail-retried-since = { $at } бастап жөнелтілмей тұр, қайта жіберіледі
mail-held = таңертеңгі жинақпен жіберіледі
mail-sending = қазір жөнелтіліп жатыр
mail-duty-ended = жіберілмеді: алушының міндеті аяқталған. Қазір осы міндетті атқаратындарға бөлек хат жазылды.
mail-work-done = жіберілмеді: хатта айтылған іс бұрын аяқталған
mail-work-done-by = жіберілмеді: { $at } орындалды, орындаған: { $by }
mail-sent = { $at } жөнелтілді
mail-failed = жеткізілмеді
mail-attempts = әрекет саны: { $n }
mail-to-mailbox = органның пошта жәшігі
mail-waits = Хаттар { $since } бастап жөнелтілмей тұр. Жасалған әрекеттердің бәрі сақталды, хаттар мүмкіндік болған бойда өздігінен жіберіледі: Сізге ештеңе істеудің қажеті жоқ.

## Causes of failure, and what mends them
mail-fault-address-refused = пошта сервері бұл мекенжайды қабылдамады
mail-fault-address-doubted = пошта сервері алушыны себебін айтпай қабылдамады: мекенжайды білмеуі мүмкін
mail-fault-address-marked = әкімші хаттың жетпегенін белгіледі
mail-fault-sender-refused = пошта сервері бұл алушыға осы жүйеден хат қабылдамайды
mail-fault-too-large = хат көлемі сервер рұқсат еткеннен үлкен
mail-fault-mail-refused = пошта сервері хатты қабылдамады
mail-fault-time-over = сервер хатты 72 сағат бойы қабылдамады
mail-fault-unclear = хаттың жеткені белгісіз: байланыс үш рет үзілді
mail-fault-own-fault = жүйе хатты дайындай алмады
mail-fault-duty-ended = алушының міндеті аяқталған
mail-fault-work-done = хатта айтылған іс бұрын аяқталған
mail-mend-address-refused = Мекенжайды нақтылап, түзетіңіз.
mail-mend-address-doubted = Мекенжайды алушыдан сұраңыз. Қате болса, түзетіңіз, дұрыс болса, хатты қайта жіберіңіз.
mail-mend-address-marked = Мекенжайды нақтылап, түзетіңіз.
mail-mend-sender-refused = Пошта серверін қолдайтын мамандарға хабарлаңыз, содан кейін хатты қайта жіберіңіз.
mail-mend-too-large = Жүйені қолдайтын мамандарға хабарлаңыз.
mail-mend-mail-refused = Пошта серверін қолдайтын мамандарға хабарлаңыз, содан кейін хатты қайта жіберіңіз.
mail-mend-time-over = Мекенжайдың жұмыс істейтінін тексеріп, хатты қайта жіберіңіз.
mail-mend-unclear = Алушыдан хаттың келген-келмегенін сұраңыз, келмесе, қайта жіберіңіз.
mail-mend-own-fault = Жүйені қолдайтын мамандарға хабарлаңыз.
mail-mend-duty-ended = Ештеңе істеудің қажеті жоқ.
mail-mend-work-done = Ештеңе істеудің қажеті жоқ.

## Pages of mails
mails-help = Мұнда жеткізілмеген хаттар көрсетіледі. Хатта айтылған іс жүйеде тұр, ол жоғалмайды.
mails-help-administrator = Мекенжайды түзетіп немесе хатты қайта жіберіп, алушыға өзіңіз де хабарласыңыз.
mails-help-officer = Мекенжайды алушы органның әкімшісі түзетеді. Іс шұғыл болса, сол органға хабарласыңыз.
mails-empty = Жеткізілмеген хат жоқ.
mails-failed = Жеткізілмеді
mails-refused = Қайта жіберілуде
mails-put-off = сервер кейінірек қабылдамақ
mails-case = Іс және хат
mails-owner = Кімге
mails-cause = Себебі
mails-since = Қашаннан бері
mails-over = Хатта айтылған іс аяқталған.
mails-latest = Соңғы хаттар
mails-latest-mailbox = Пошта жәшігіне соңғы хаттар
mails-fate = Хаттың жайы
mails-queued-at = Жазылған уақыты
mails-vacant = Ешкім атқармайтын міндеттер
mails-vacant-help = Бұл міндеттерге арналған хаттар органның пошта жәшігіне жіберіледі. Міндетті біреуге жүктеңіз.
mails-resend = Қайта жіберу
mails-resend-help = Хат алушының қазіргі мекенжайына сол қалпында қайта жіберіледі.
mails-resend-button = Қайта жіберу
mails-resend-all-help = Мекенжайы қате хаттардан басқа төмендегі хаттардың бәрі сол қалпында қайта жіберіледі.
mails-resend-all-button = Бәрін қайта жіберу
mails-mark = Хат жетпеді
mails-mark-help = Жіберушінің пошта жәшігіне жеткізілмегені туралы хабар келсе немесе алушы солай десе, белгілеңіз. Сонда осы хат пен осы мекенжайға кейін жіберілген хаттар жеткізілмеген болып саналады, мекенжайды түзетуге болады.
mails-mark-button = Жеткізілмеді деп белгілеу
mails-correct = Мекенжайды түзету
mails-correct-help = Алушы жүйеге енді жаңа мекенжаймен кіреді. Бұрынғы мекенжайға жеткізілмеген хаттар жаңасына жіберіледі.
mails-correct-notice = Сервер бұрынғы мекенжайды ешкім оқымайды деп айтқан жоқ, сондықтан ауыстыру туралы хабарлама оған да жіберіледі.
mails-correct-button = Түзетіп, жіберу
mails-done-resent = Хат қайта жіберу кезегіне қойылды.
mails-done-corrected = Мекенжай түзетілді, жеткізілмеген хаттар қайта жіберіледі.
mails-done-marked = Хат жеткізілмеген болып саналады. Мекенжайды түзетіңіз.
mails-done-resent_all = Хаттар қайта жіберу кезегіне қойылды.
badge-undelivered = хат жеткізілмеді
field-new-address = Дұрыс мекенжай

## Queue
queue = Жіберу кезегі
queue-away = Жөнелтілмей тұр (қашаннан бері)
queue-error = Пошта серверінің соңғы жауабы
queue-waiting = Кезекте тұрған хаттар
queue-oldest = Ең ескісінің жазылған уақыты
queue-sent = Соңғы бір сағатта жөнелтілгені
server-fault-greeting = Пошта сервері сәлемдесуде басқа атауды қажет етеді: жүйені қолдайтын мамандар mail_greeting баптауына осы машинаның атауын жазады.
server-fault-relay = Пошта сервері осы жүйенің хаттарын өткізбейді: жүйені қолдайтын мамандар mail_url мен mail_from баптауларындағы пайдаланушыны, құпиясөзді және жіберушіні тексереді.
server-fault-blocked = Пошта сервері осы машинадан хат қабылдамайды: жүйені қолдайтын мамандар сервер иесінен машинаны тізімнен шығаруды сұрайды.

## Letter on paper
letter = Қағазға басылатын хат
letter-help = Электрондық поштасы жоқ немесе хат жетпеген адамға осы бетті басып шығарып, қолына беріңіз.
letter-delivered = Тапсырылған күні
letter-by = Тапсырған қызметкер
letter-signature = Алғаным туралы қолым

## Faults of acts on a mail
error-mail-link-gone = Бұл хаттағы сілтеме енді жарамсыз: пайдаланушының бетінен жаңа сілтеме жіберіңіз.
error-mail-reader-gone = Алушының тіркелгісі бұғатталған: оған хат жіберілмейді.
error-mail-kept-back = Бұл хат енді ешкімге қажет емес: ол жіберілмейді.
error-mail-address-changed = Алушының мекенжайы ауысқан: қазіргі мекенжайына жіберілген хатты белгілеңіз.
error-mails-nothing-to-resend = Сол қалпында қайта жіберуге болатын хат жоқ: алдымен мекенжайларды түзетіңіз.
error-mail-address-same = Бұл бұрынғы мекенжай. Дұрысын енгізіңіз.
error-mail-address-taken = Бұл мекенжаймен басқа пайдаланушы кіреді. Басқасын енгізіңіз.
error-mail-address-not-refused = Алушының қазіргі мекенжайын сервер қабылдамай қойған емес: хатты қайта жіберіңіз.
error-mail-address-not-ours = Бұл адамның Сіздің органдарыңыздан тыс міндеті бар, сондықтан мекенжайын тек Сіз түзете алмайсыз. Жүйені қолдайтын мамандарға хабарласыңыз.
